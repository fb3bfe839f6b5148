"""Where scenes are told apart and find what they need: camera, data files, folders."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tests.shots.camera import Camera, Stage, stage
from tests.shots.seasons import RECEIVING, Archive


@dataclass
class Studio:
    """What a scene works with."""

    camera: Camera
    archive: Archive

    def open(
        self, make: Callable[[Path], Path], day: datetime = RECEIVING
    ) -> AbstractContextManager[Stage]:
        """Open a copy of the data file that ``make`` makes, on a day."""
        return stage(self.camera, self.archive.copy(make), day)

    def open_path(self, path: Path, day: datetime = RECEIVING) -> AbstractContextManager[Stage]:
        """Open a data file."""
        return stage(self.camera, path, day)


Scene = Callable[[Studio], None]
SCENES: dict[str, Scene] = {}


def scene(play: Scene) -> Scene:
    """Enter a scene under its function's name; its pictures begin with the same word."""
    SCENES[play.__name__] = play
    return play
