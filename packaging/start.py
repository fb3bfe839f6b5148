"""Where the frozen program begins; a thin door so that the package is frozen as a package."""

import sys

from thiduaqt.__main__ import main

sys.exit(main())
