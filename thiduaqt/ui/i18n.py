"""Words of the window: Vietnamese in the code, Qt's own words in Vietnamese, English on request."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from thiduaqt import paths

translate = QCoreApplication.translate
"""``translate("context", "Vietnamese text")`` for code outside QObjects.

Counts go in as ``{count}`` with ``format``: lupdate sees no plurals in this form.
"""


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark ``text`` for translation where it is named before it can be translated."""
    return text


LANGUAGES = ("vi", "en")


def install(app: QCoreApplication, language: str = "vi") -> list[QTranslator]:
    """Load the translations for ``language`` ("vi" or "en") before any widget is made.

    Dates and numbers stay Vietnamese in both. A translation that was not built is left out:
    the program then shows Qt's few English words, and nothing else changes.
    """
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    name = "qtbase_vi" if language == "vi" else f"thiduaqt_{language}"
    translator = QTranslator(app)
    if not translator.load(name, str(paths.translations())):
        return []
    app.installTranslator(translator)
    return [translator]
