"""The window around the screens."""

from thiduaqt.ui.main_window.window import FileCommands, MainWindow

__all__ = ["FileCommands", "MainWindow"]
