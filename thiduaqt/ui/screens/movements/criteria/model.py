"""The criteria of one group as a tree for a view: sections, items, how they are scored."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from thiduaqt.domain.plan import Criterion, Section, SubjectGroup
from thiduaqt.domain.scoring import words
from thiduaqt.domain.scoring.structure import Node, Shape, is_scored, most_of
from thiduaqt.ui.forms.reading import read_number
from thiduaqt.ui.i18n import translate

Index = QModelIndex | QPersistentModelIndex
TITLE, HOW, POINTS, SOURCE = range(4)
NODE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
MIME = "application/x-thiduaqt-criterion"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@dataclass(slots=True)
class _Item:
    """A node with its place in the view."""

    node: Node | None
    number: str = ""
    parent: _Item | None = None
    row: int = 0
    id: int = 0
    children: list[_Item] = field(default_factory=list)


class CriteriaModel(QAbstractItemModel):
    """Read-only tree; what is typed or dropped is asked for by signals.

    ``typed(code, column, text)`` follows an edited cell, ``dropped(code, section, before)`` a node
    let go elsewhere in the tree (``before`` empty: at the end).
    """

    typed = Signal(str, int, str)
    dropped = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self._root = _Item(node=None)
        # Indexes carry a number, not the item: an old one may outlive a reset.
        self._items: list[_Item] = []
        self._by_code: dict[str, _Item] = {}
        self.group: SubjectGroup | None = None
        self.shape: Shape | None = None

    def show_group(self, group: SubjectGroup | None) -> None:
        """Show another group or another state of the same one."""
        self.beginResetModel()
        self.group = group
        self.shape = Shape(group) if group is not None else None
        self._root, self._items, self._by_code = _Item(node=None), [], {}
        if self.shape is not None:
            self._fill(self._root, "", 0)
        self.endResetModel()

    def _fill(self, parent: _Item, code: str, depth: int) -> None:
        assert self.shape is not None
        counts = {Criterion: 0, Section: 0}
        for row, node in enumerate(self.shape.children(code)):
            counts[type(node)] += 1
            number = _numbered(node, counts[type(node)], depth)
            item = _Item(node=node, number=number, parent=parent, row=row, id=len(self._items))
            self._items.append(item)
            parent.children.append(item)
            self._by_code[node.code] = item
            if isinstance(node, Section):
                self._fill(item, node.code, depth + 1)

    # -- finding ------------------------------------------------------------------------------

    def index_of(self, code: str, column: int = TITLE) -> QModelIndex:
        """Return where a node stands; an invalid index where it is not there."""
        item = self._by_code.get(code)
        return QModelIndex() if item is None else self.createIndex(item.row, column, item.id)

    def node_at(self, index: Index) -> Node | None:
        """Return the node of an index."""
        return self._item(index).node if index.isValid() else None

    def _item(self, index: Index) -> _Item:
        number = index.internalId() if index.isValid() else -1
        return self._items[number] if 0 <= number < len(self._items) else self._root

    # -- Qt -----------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        children = self._item(parent).children
        if not 0 <= row < len(children) or not 0 <= column <= SOURCE:
            return QModelIndex()
        return self.createIndex(row, column, children[row].id)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        above = self._item(index).parent if index.isValid() else None
        if above is None or above is self._root:
            return QModelIndex()
        return self.createIndex(above.row, 0, above.id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._item(parent).children) if parent.column() <= 0 else 0

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return SOURCE + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - as Qt asks
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == POINTS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            translate("CriteriaModel", "Tiêu chí"),
            translate("CriteriaModel", "Cách chấm"),
            translate("CriteriaModel", "Điểm"),
            translate("CriteriaModel", "Nguồn"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        item = self._item(index)
        node = item.node
        if node is None:
            return None
        if role == NODE_ROLE:
            return node
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(node, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(
                part for part in (item.number, self._text(item, index.column())) if part
            )
        if role == Qt.ItemDataRole.EditRole:
            return node.title if index.column() == TITLE else self._editable(node)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        text = self._text(item, index.column())
        return f"{item.number} {text}" if index.column() == TITLE else text

    def _text(self, item: _Item, column: int) -> str:
        node, shape = item.node, self.shape
        assert node is not None
        assert shape is not None
        if column == TITLE:
            return node.title
        if column == HOW:
            if isinstance(node, Section):
                return words.combine_words(node, shape)
            return words.how_words(node)
        if column == POINTS:
            return self._points(node)
        return source_word(node)

    def _points(self, node: Node) -> str:
        assert self.shape is not None
        if isinstance(node, Section):
            ceiling = self.shape.ceiling(node.code)
            if ceiling.least and not ceiling.base:
                return "±" if ceiling.bonus else f"−{words.plain(abs(ceiling.least))}"
            if not ceiling.whole and not _has_scored(self.shape, node):
                return ""
            return words.plain(ceiling.whole)
        if not is_scored(node):
            return "—"
        sign = "−" if node.kind == "penalty" else "+" if node.kind == "bonus" else ""
        return f"{sign}{words.plain(most_of(node))}"

    def _editable(self, node: Node) -> str:
        if isinstance(node, Section):
            return words.plain(node.most) if node.most is not None else ""
        return words.plain(node.points) if node.points is not None else ""

    def _tip(self, node: Node, column: int) -> str:
        if column == SOURCE:
            return node.source.text
        detail = node.detail if isinstance(node, Criterion) else ""
        return "\n".join(part for part in (node.title, detail) if part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return base | Qt.ItemFlag.ItemIsDropEnabled
        base |= Qt.ItemFlag.ItemIsDragEnabled
        node = self.node_at(index)
        if isinstance(node, Section):
            base |= Qt.ItemFlag.ItemIsDropEnabled
        if index.column() == TITLE or (index.column() == POINTS and takes_points(node)):
            base |= Qt.ItemFlag.ItemIsEditable
        return base

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        node = self.node_at(index)
        if node is None or role != Qt.ItemDataRole.EditRole:
            return False
        if str(value) != self.data(index, Qt.ItemDataRole.EditRole):
            self.typed.emit(node.code, index.column(), str(value))
        return True

    # -- dragging -----------------------------------------------------------------------------

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Any) -> QMimeData:  # noqa: ANN401 - a list of indexes
        made = QMimeData()
        node = self.node_at(indexes[0]) if indexes else None
        if node is not None and self.group is not None:
            made.setData(MIME, QByteArray(f"{self.group.code}\n{node.code}".encode()))
        return made

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        code = dragged(data)[1]
        into = self.node_at(parent)
        if not code or self._by_code.get(code) is None:
            return False
        section = into.code if isinstance(into, Section) else ""
        siblings = self._item(parent).children if row >= 0 else []
        kind = type(self._by_code[code].node)
        before = next(
            (
                item.node.code
                for item in siblings[row:]
                if item.node and isinstance(item.node, kind)
            ),
            "",
        )
        self.dropped.emit(code, section, before)
        # The move is made in the data; the view must not take rows away by itself.
        return False


def dragged(data: QMimeData) -> tuple[str, str]:
    """Return (group, node) of what is being dragged, two empty texts for anything else."""
    if not data.hasFormat(MIME):
        return "", ""
    group, _, code = bytes(data.data(MIME).data()).decode().partition("\n")
    return group, code


def takes_points(node: Node | None) -> bool:
    """Tell whether points can be typed beside a node; bands and grades have theirs inside."""
    if isinstance(node, Section):
        return node.combine in ("sum", "highest", "average")
    return isinstance(node, Criterion) and node.kind not in ("gate", "steps", "letter")


def typed_points(node: Node, text: str) -> dict[str, Any]:
    """Return the field that points typed beside a node change; nothing where it takes none.

    Raises UnreadableNumber.
    """
    if not takes_points(node):
        return {}
    return {"most" if isinstance(node, Section) else "points": read_number(text)}


def source_word(node: Node) -> str:
    """Return which of the three sources a node rests on."""
    return {
        "law": translate("SourceTag", "Quy định"),
        "plan": translate("CriteriaModel", "Kế hoạch"),
        "suggestion": translate("SourceTag", "Gợi ý"),
    }[node.source.tag]


def _numbered(node: Node, ordinal: int, depth: int) -> str:
    if isinstance(node, Section) and depth == 0 and ordinal <= len(_ROMAN):
        return f"{_ROMAN[ordinal - 1]}."
    return f"{ordinal}."


def _has_scored(shape: Shape, section: Section) -> bool:
    inside = shape.inside(section.code)
    return any(isinstance(node, Criterion) and is_scored(node) for node in inside)
