import { steerTime, type TimeAction } from "./node-actions.ts";
import { part, setAttribute, setText } from "./page-parts.ts";
import type { Scene, View } from "./scene.ts";
import { tellTime } from "./time-words.ts";

/** The lab's time: how it goes, and the buttons that steer it, unless etcd is somebody else's. */
export function createTimeView(): View {
  const root = part(document, "time");
  const fact = part(document, "time-fact");
  const refusal = part(root, "time-refusal");
  const pause = part(root, "time-pause", HTMLButtonElement);
  const speed = part(root, "time-speed", HTMLSelectElement);
  const moves: readonly [HTMLButtonElement, TimeAction][] = [
    [part(root, "time-step", HTMLButtonElement), { action: "step" }],
    [part(root, "time-10", HTMLButtonElement), { action: "advance", ms: 10_000 }],
    [part(root, "time-60", HTMLButtonElement), { action: "advance", ms: 60_000 }],
  ];
  let isPaused = false;
  let isMoving = false;
  let scene: Scene | undefined;
  const steer = async (action: TimeAction) => {
    isMoving = true;
    enable();
    setText(refusal, (await steerTime(action)) ?? "");
    isMoving = false;
    enable();
  };
  const enable = () => {
    const canSteer = scene?.link === "live" && scene.snapshot.isOwnEtcd && !isMoving;
    pause.disabled = !canSteer;
    speed.disabled = !canSteer;
    for (const [button] of moves) button.disabled = !canSteer || !isPaused;
  };
  pause.addEventListener("click", () => void steer({ action: isPaused ? "resume" : "pause" }));
  for (const [button, action] of moves) button.addEventListener("click", () => void steer(action));
  speed.addEventListener("change", () => {
    void steer({ action: "speed", speed: Number(speed.value) });
    speed.blur();
  });
  return {
    show(shown) {
      scene = shown;
      const { time, isOwnEtcd } = shown.snapshot;
      isPaused = time.speed === 0;
      setText(fact, tellTime(time.speed));
      fact.title = isOwnEtcd ? "" : "The leases of this etcd run by themselves, in real time.";
      setAttribute(document.body, "data-time", time.mode);
      setText(pause, isPaused ? "Resume" : "Pause");
      if (document.activeElement !== speed && !isPaused) speed.value = String(time.speed);
      part(root, "time-foreign").hidden = isOwnEtcd;
      enable();
    },
  };
}
