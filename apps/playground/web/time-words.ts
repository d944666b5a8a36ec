/** How fast the lab's time goes, in few words. */
export function tellTime(speed: number): string {
  if (speed === 0) return "Stands still";
  return speed === 1 ? "Real" : `${speed} × real`;
}
