"""`python -m tests.faults FOLDER`: writes the bad files."""

import sys
from pathlib import Path

from tests.faults.write import write

place = Path(sys.argv[1])
place.mkdir(parents=True, exist_ok=True)
for name, why in write(place).items():
    print(f"{name!r} is left out: {why}")
