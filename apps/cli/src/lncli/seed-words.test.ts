import assert from "node:assert/strict";
import { test } from "node:test";
import { seedWords } from "./seed-words.ts";

test("the words of a seed stand in four numbered columns, as wide as their longest word", () => {
  const words =
    "able oyster devote what solution retire dad tool height filter whale bike embark conduct wrong forum skirt " +
    "smart point east trick tail air mystery";
  assert.equal(
    seedWords(words.split(" ")),
    `!!!YOU MUST WRITE DOWN THIS SEED TO BE ABLE TO RESTORE THE WALLET!!!

---------------BEGIN LND CIPHER SEED---------------
 1. able       2. oyster    3. devote   4. what   ${""}
 5. solution   6. retire    7. dad      8. tool   ${""}
 9. height    10. filter   11. whale   12. bike   ${""}
13. embark    14. conduct  15. wrong   16. forum  ${""}
17. skirt     18. smart    19. point   20. east   ${""}
21. trick     22. tail     23. air     24. mystery
---------------END LND CIPHER SEED-----------------

!!!YOU MUST WRITE DOWN THIS SEED TO BE ABLE TO RESTORE THE WALLET!!!

!!! DO NOT UNDER ANY CIRCUMSTANCES SHARE THIS SEED WITH ANYONE AS IT MAY RESULT IN LOSS OF YOUR FUNDS !!!`,
  );
});
