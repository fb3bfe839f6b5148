"""Plans made from a seed, clean or with slips planted in them, and how well the checks find those.

``planted(seed)`` returns a plan whose every slip is known; ``measure`` compares what was found
with what was planted. A plan is a list of tagged lines; each slip changes lines of its own.
"""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from thiduaqt.catalog import communes
from thiduaqt.catalog.loader import load_rulebook
from thiduaqt.domain.lint.text import Finding
from thiduaqt.domain.places import Commune
from thiduaqt.domain.wording import document_date, roman, short_date

FIELDS = ("chuyển đổi số", "xây dựng nông thôn mới", "bảo vệ môi trường", "học tập suốt đời")
SHORT_TEXTS = (
    "Nâng cao nhận thức của cán bộ, công chức, viên chức và Nhân dân về ý nghĩa của phong trào.",
    "Phát huy vai trò của Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội.",
    "Kịp thời biểu dương, khen thưởng và nhân rộng điển hình tiên tiến.",
    "Bảo đảm dân chủ, công khai, đúng đối tượng, đúng quy định.",
    "Gắn phong trào với nhiệm vụ chính trị hằng năm của từng cơ quan, đơn vị.",
    "Ứng dụng dữ liệu lớn, trí tuệ nhân tạo... trong giải quyết công việc.",
    "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.",
    "Tổ chức cho cán bộ đi tham quan, học tập kinh nghiệm tại thành phố Đà Nẵng.",
)
DUTIES = (
    "Phòng Văn hóa - Xã hội là cơ quan thường trực, theo dõi, đôn đốc việc thực hiện.",
    "Văn phòng HĐND và UBND đăng tải tin, bài trên Trang thông tin điện tử.",
    "Phòng Kinh tế bố trí kinh phí theo quy định.",
    "Trung tâm Phục vụ hành chính công hướng dẫn người dân nộp hồ sơ trực tuyến.",
    "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam vận động đoàn viên, hội viên hưởng ứng.",
    "Các trường học tổ chức hoạt động ngoại khóa.",
)
LETTERS = "abcdđeghik"


@dataclass(slots=True)
class Line:
    """A line with the tags by which a slip finds it."""

    text: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Planted:
    """A slip that must be found: its code, and words of the place or of the message."""

    code: str
    words: str


@dataclass(slots=True)
class Made:
    """A plan with what was planted in it; ``docx`` says how it leaves its page."""

    seed: int
    commune: Commune
    lines: list[Line]
    day: dt.date
    years: tuple[int, int]
    planted: list[Planted] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    page: dict[str, float | str] = field(default_factory=dict)

    @property
    def texts(self) -> list[str]:
        """The lines as plain text."""
        return [line.text for line in self.lines]

    def tagged(self, tag: str) -> list[int]:
        """Return the places of the lines with that tag."""
        return [place for place, line in enumerate(self.lines) if tag in line.tags]


def clean(seed: int) -> Made:
    """Return a plan without any slip."""
    rng = random.Random(seed)
    commune = rng.choice(communes.communes())
    day = dt.date(rng.choice((2025, 2026)), 9, 1) + dt.timedelta(days=rng.randrange(100))
    years = (day.year, day.year + rng.randint(2, 5))
    made = Made(seed, commune, [], day, years)
    made.lines = [
        *_head(rng, made),
        *_purpose(rng),
        *_criteria(rng, made),
        *_quotas(rng, made),
        *_times(rng, made),
        *_duties(rng, made),
        *_end(rng, made),
    ]
    chapters = made.tagged("chapter")
    for number, place in enumerate(chapters, start=1):
        made.lines[place].text = f"{roman(number)}. {made.lines[place].text}"
    return made


def _head(rng: random.Random, made: Made) -> list[Line]:
    commune, day = made.commune, made.day
    own = f"{commune.kind} {commune.name}"
    upper = "tỉnh" if commune.province_kind == "tỉnh" else "thành phố"
    rules = load_rulebook(day, commune.province)
    law = [f"Căn cứ {rule.text}" for rule in rules.bases_for("certificate_of_merit", day)]
    before = day - dt.timedelta(days=rng.randint(10, 60))
    others = [
        "Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về chuyển đổi số quốc gia",
        "Căn cứ Quyết định số 923/QĐ-TTg ngày 14/5/2025 của Thủ tướng Chính phủ",
    ]
    local = (
        f"Thực hiện Kế hoạch số {rng.randint(20, 300)}/KH-UBND ngày {short_date(before)} của UBND "
        f"{upper} {commune.province} về phong trào thi đua"
    )
    title = (
        f"Phát động phong trào thi đua “{rng.choice(FIELDS).capitalize()}” trên địa bàn {own} "
        f"giai đoạn {made.years[0]}-{made.years[1]}"
    )
    bases = [Line(f"{text};", ("basis", "law")) for text in law]
    bases += [
        Line(f"{text};", ("basis", "cited")) for text in rng.sample(others, rng.randint(1, 2))
    ]
    return [
        Line("ỦY BAN NHÂN DÂN"),
        Line(own.upper()),
        Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", ("state",)),
        Line("Độc lập - Tự do - Hạnh phúc", ("motto",)),
        Line(f"Số: {rng.randint(10, 280)}/KH-UBND", ("number",)),
        Line(f"{commune.name}, {document_date(day)}", ("date",)),
        Line("KẾ HOẠCH"),
        Line(title, ("title",)),
        *bases,
        Line(f"{local};", ("basis", "local")),
        Line(f"Ủy ban nhân dân {own} ban hành Kế hoạch, cụ thể như sau:", ("enacts",)),
    ]


def _purpose(rng: random.Random) -> list[Line]:
    texts = rng.sample(SHORT_TEXTS, 6)
    lines = [Line("MỤC ĐÍCH, YÊU CẦU", ("chapter",)), Line("1. Mục đích", ("section-1",))]
    lines += [
        Line(f"{LETTERS[n]}) {text}", ("letters", "free")) for n, text in enumerate(texts[:4])
    ]
    lines.append(Line("2. Yêu cầu", ("section-1",)))
    return [*lines, *(Line(f"- {text}", ("free",)) for text in texts[4:])]


def _criteria(rng: random.Random, made: Made) -> list[Line]:
    part = "thôn" if made.commune.kind != "phường" else "tổ dân phố"
    first, second = rng.randint(10, 30), rng.randint(10, 30)
    lines = [
        Line("NỘI DUNG, TIÊU CHÍ THI ĐUA", ("chapter",)),
        Line(f"1. Đối với các {part} (100 điểm)", ("points",)),
        Line(f"1.1. Tuyên truyền đến từng hộ gia đình ({first} điểm)", ("subs",)),
        Line(f"1.2. Có mô hình, cách làm hay ({second} điểm)", ("subs",)),
        Line(
            f"1.3. Tỷ lệ hồ sơ trực tuyến đạt từ 80% trở lên ({100 - first - second} điểm)",
            ("subs",),
        ),
        Line("2. Đối với các trường học, doanh nghiệp", ("section-2",)),
        Line(
            "Có sáng kiến, cách làm mới, sản phẩm mang thương hiệu địa phương.", ("free", "brand")
        ),
        Line("3. Đối với cá nhân", ("section-2",)),
        Line(f"Có giải pháp hữu ích được {part} hoặc cơ quan áp dụng.", ("free", "parts")),
    ]
    if rng.random() < 0.5:
        lines.append(Line("4. Đối với hộ gia đình", ("section-2",)))
        lines.append(Line("Gương mẫu thực hiện chủ trương, chính sách.", ("free",)))
    return lines


def _quotas(rng: random.Random, made: Made) -> list[Line]:
    teams, people = rng.randint(2, 6), rng.randint(5, 12)
    last = made.years[1]
    return [
        Line("SỐ LƯỢNG KHEN THƯỞNG", ("chapter",)),
        Line(f"1. Giấy khen của Chủ tịch Ủy ban nhân dân {made.commune.kind}"),
        Line(
            f"a) Khen thưởng hằng năm: tối đa {teams:02d} tập thể, {people:02d} cá nhân.",
            ("quota",),
        ),
        Line(
            f"b) Khen thưởng tổng kết năm {last}: tối đa {teams * 2} tập thể, {people * 2} cá nhân."
        ),
        Line(
            f"c) Mỗi năm không quá {teams + people} trường hợp, gồm {teams} tập thể và {people} "
            "cá nhân.",
            ("sum",),
        ),
        Line("2. Bằng khen của cấp trên"),
        Line("Thực hiện theo hướng dẫn của cấp có thẩm quyền.", ("free",)),
    ]


def _times(rng: random.Random, made: Made) -> list[Line]:
    first, last = made.years
    middle = first + 1
    award = dt.date(last, 10, rng.randint(10, 20))
    due = award - dt.timedelta(days=rng.randint(15, 40))
    made.page["award"] = short_date(award)
    return [
        Line("THỜI GIAN THỰC HIỆN", ("chapter",)),
        Line(
            f"Phong trào thi đua được triển khai thực hiện từ năm {first} đến năm {last}, chia "
            "thành 02 giai đoạn:",
            ("phases",),
        ),
        Line(
            f"- Giai đoạn 1 (từ {first} - {middle}): tiến hành sơ kết vào năm {middle}.",
            ("interim",),
        ),
        Line(
            f"- Giai đoạn 2 (từ {middle} - {last}): tổng kết, trao thưởng ngày {short_date(award)}."
        ),
        Line(
            f"Hồ sơ đề nghị khen thưởng gửi về Phòng Văn hóa - Xã hội trước ngày "
            f"{short_date(due)}.",
            ("due",),
        ),
        Line("Báo cáo hằng năm gửi trước ngày 15/11.", ("yearly",)),
    ]


def _duties(rng: random.Random, made: Made) -> list[Line]:
    duties = rng.sample(DUTIES, rng.randint(4, 6))
    lines = [Line("TỔ CHỨC THỰC HIỆN", ("chapter",))]
    lines += [Line(f"{n}. {text}", ("duties",)) for n, text in enumerate(duties, start=1)]
    own = f"{made.commune.kind} {made.commune.name}"
    close = f"Trên đây là Kế hoạch của {own}; các cơ quan, đơn vị nghiêm túc thực hiện./."
    return [*lines, Line(close, ("close",))]


def _end(rng: random.Random, made: Made) -> list[Line]:
    names = ("Nguyễn Văn Tuấn", "Trần Thị Mai", "Hà Văn Sơn", "Mai Sơn", "Lò Thị Bình")
    block = ["TM. ỦY BAN NHÂN DÂN"]
    block += rng.choice((["CHỦ TỊCH"], ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]))
    kind = "thôn" if made.commune.kind != "phường" else "tổ dân phố"
    return [
        Line("Nơi nhận:"),
        Line(f"- Sở Nội vụ {made.commune.province_kind} {made.commune.province} (b/c);"),
        Line(f"- Các {kind};"),
        Line("- Lưu: VT, VHXH."),
        *(Line(text, ("sign",)) for text in block),
        Line(rng.choice(names)),
    ]


# --- Slips ----------------------------------------------------------------------------------

Slip = Callable[[random.Random, Made], Iterable[Planted]]


def _set(made: Made, place: int, text: str) -> None:
    made.lines[place].text = text


def _add(made: Made, place: int, text: str) -> None:
    made.lines[place].text = f"{made.lines[place].text} {text}"


def _free(rng: random.Random, made: Made) -> int:
    places = [p for p in made.tagged("free") if p not in made.page]
    free = [p for p in places if f"line-{p}" not in made.used]
    place = rng.choice(free)
    made.used.add(f"line-{place}")
    return place


def other_province(rng: random.Random, made: Made) -> list[Planted]:
    """Leave the name of another province in a sentence."""
    skip = {made.commune.province, "Hồ Chí Minh", "Hà Nội"}
    names = {item.name: item.kind for item in communes.provinces() if item.name not in skip}
    name = rng.choice(sorted(names))
    text = rng.choice(
        (
            f"Hưởng ứng phong trào “Doanh nghiệp {name} hội nhập và phát triển”.",
            f"Xây dựng thương hiệu của {name} (làm ra bằng sức mình).",
            f"Thực hiện nghị quyết của Hội đồng nhân dân {names[name]} {name} khóa mới.",
            f"Đưa {name} trở thành điểm sáng của cả nước.",
        )
    )
    _add(made, _free(rng, made), text)
    return [Planted("PLACE_PROVINCE", name)]


def other_commune(rng: random.Random, made: Made) -> list[Planted]:
    """Leave the name of another commune."""
    table = communes.communes()
    other = rng.choice(
        [c for c in table if c.kind == made.commune.kind and c.name != made.commune.name]
    )
    name = f"{other.kind} {other.name}"
    text = rng.choice(
        (
            f"Các cơ quan trên địa bàn {name} nghiêm túc thực hiện.",
            f"Báo cáo UBND {name} trước khi thực hiện.",
            f"Nhân dân {name} tích cực tham gia.",
        )
    )
    _add(made, _free(rng, made), text)
    return [Planted("PLACE_COMMUNE", other.name)]


def unknown_commune(rng: random.Random, made: Made) -> list[Planted]:
    """Leave the name of a commune of before the mergers."""
    _add(made, _free(rng, made), f"Báo cáo UBND {made.commune.kind} Thượng Bằng Khê Hạ để chỉ đạo.")
    return [Planted("PLACE_COMMUNE", "Thượng Bằng Khê Hạ")]


def former_province(rng: random.Random, made: Made) -> list[Planted]:
    """Name a province that was merged."""
    name = rng.choice(("Bình Phước", "Hải Dương", "Bắc Kạn", "Vĩnh Phúc", "Long An"))
    _add(made, _free(rng, made), f"Thực hiện kế hoạch của UBND tỉnh {name} năm nay.")
    return [Planted("PLACE_FORMER", name)]


def other_kind(rng: random.Random, made: Made) -> list[Planted]:
    """Write phường in the plan of a xã and the other way round."""
    kind = "phường" if made.commune.kind != "phường" else "xã"
    text = rng.choice((f"Báo cáo UBND {kind} theo quy định.", f"Thực hiện trên địa bàn {kind}."))
    _add(made, _free(rng, made), text)
    return [Planted("KIND_OTHER", kind)]


def other_part(rng: random.Random, made: Made) -> list[Planted]:
    """Write tổ dân phố in a xã, thôn in a phường."""
    if made.commune.kind == "đặc khu":
        return []
    word = "tổ dân phố" if made.commune.kind == "xã" else "thôn"
    _add(made, _free(rng, made), f"Mỗi {word} cử một người phụ trách.")
    return [Planted("UNIT_WORD", word)]


def district(rng: random.Random, made: Made) -> list[Planted]:
    """Name an office of the district."""
    head = rng.choice(("UBND huyện", "Huyện ủy", "Ủy ban nhân dân huyện Tân Yên", "huyện Lục Ngạn"))
    _add(made, _free(rng, made), f"Kết quả gửi {head} để tổng hợp.")
    return [Planted("OFFICE_GONE", head)]


def torn_name(_: random.Random, made: Made) -> list[Planted]:
    """Put the verb between the body and its name."""
    place = made.tagged("enacts")[0]
    own = made.commune
    _set(made, place, f"Ủy ban nhân dân {own.kind} ban hành {own.name} Kế hoạch, cụ thể như sau:")
    return [Planted("WORDS_ORDER", own.name)]


def doubled_word(rng: random.Random, made: Made) -> list[Planted]:
    """Write a word twice."""
    word = rng.choice(("của", "thực hiện", "và", "các"))
    _add(made, _free(rng, made), f"Phân công rõ trách nhiệm {word} {word} từng thành viên.")
    return [Planted("WORDS_TWICE", word)]


def chapter_twice(rng: random.Random, made: Made) -> list[Planted]:
    """Give a chapter the number of the one before; the rest goes on from there."""
    places = made.tagged("chapter")
    start = rng.randrange(2, len(places))
    for number, place in enumerate(places[start:], start=start):
        _set(made, place, f"{roman(number)}. {made.lines[place].text.partition('. ')[2]}")
    return [Planted("CHAPTER_TWICE", made.lines[places[start]].text)]


def chapter_gap(rng: random.Random, made: Made) -> list[Planted]:
    """Leave out a number of a chapter."""
    places = made.tagged("chapter")
    start = rng.randrange(1, len(places))
    for number, place in enumerate(places[start:], start=start + 2):
        _set(made, place, f"{roman(number)}. {made.lines[place].text.partition('. ')[2]}")
    return [Planted("CHAPTER_GAP", made.lines[places[start]].text)]


def section_gap(_: random.Random, made: Made) -> list[Planted]:
    """Leave out a number of a section: 1, 2, 4."""
    place = made.tagged("section-2")[1]
    extra = made.tagged("section-2")[2:]
    _set(made, place, made.lines[place].text.replace("3.", "4.", 1))
    for other in extra:
        _set(made, other, made.lines[other].text.replace("4.", "5.", 1))
    return [Planted("SECTION_GAP", "4. Đối với cá nhân")]


def section_twice(_: random.Random, made: Made) -> list[Planted]:
    """Give two duties the same number."""
    place = made.tagged("duties")[2]
    _set(made, place, "2." + made.lines[place].text.partition(".")[2])
    for number, other in enumerate(made.tagged("duties")[3:], start=3):
        _set(made, other, f"{number}." + made.lines[other].text.partition(".")[2])
    return [Planted("SECTION_TWICE", made.lines[place].text[:20])]


def section_restart(_: random.Random, made: Made) -> list[Planted]:
    """Begin the duties anew at 1 in the middle."""
    for number, other in enumerate(made.tagged("duties")[2:], start=1):
        _set(made, other, f"{number}." + made.lines[other].text.partition(".")[2])
    return [Planted("SECTION_RESTART", "1.")]


def sub_gap(_: random.Random, made: Made) -> list[Planted]:
    """Leave out 1.2."""
    _, second, third = made.tagged("subs")
    _set(made, second, made.lines[second].text.replace("1.2.", "1.3.", 1))
    _set(made, third, made.lines[third].text.replace("1.3.", "1.4.", 1))
    return [Planted("SECTION_GAP", "1.3.")]


def sub_parent(_: random.Random, made: Made) -> list[Planted]:
    """Number the parts of section 1 as parts of section 2."""
    for place in made.tagged("subs"):
        _set(made, place, made.lines[place].text.replace("1.", "2.", 1))
    return [Planted("SECTION_PARENT", "2.1.")]


def letter_gap(rng: random.Random, made: Made) -> list[Planted]:
    """Leave out a letter, mostly đ."""
    places = made.tagged("letters")
    start = rng.randrange(1, len(places))
    for number, place in enumerate(places[start:], start=start + 1):
        _set(made, place, f"{LETTERS[number]})" + made.lines[place].text.partition(")")[2])
    return [Planted("LETTER_GAP", made.lines[places[start]].text[:12])]


def letter_twice(rng: random.Random, made: Made) -> list[Planted]:
    """Use a letter twice."""
    places = made.tagged("letters")
    start = rng.randrange(2, len(places))
    for number, place in enumerate(places[start:], start=start - 1):
        _set(made, place, f"{LETTERS[number]})" + made.lines[place].text.partition(")")[2])
    return [Planted("LETTER_TWICE", made.lines[places[start]].text[:12])]


def blank_number(rng: random.Random, made: Made) -> list[Planted]:
    """Leave the number out."""
    gap = rng.choice(("    ", "", "……", "......", "_____"))
    _set(made, made.tagged("number")[0], f"Số:{gap} /KH-UBND")
    return [Planted("BLANK_NUMBER", "Số")]


def blank_date(rng: random.Random, made: Made) -> list[Planted]:
    """Leave the day out."""
    gap = rng.choice(("    ", " ", " … ", " ..... "))
    tail = f"tháng {made.day.month} năm {made.day.year}"
    _set(made, made.tagged("date")[0], f"{made.commune.name}, ngày{gap}{tail}")
    return [Planted("BLANK_DATE", "ngày")]


def blank_cited(rng: random.Random, made: Made) -> list[Planted]:
    """Cite a document without its number."""
    gap = rng.choice(("   ", "…", "....."))
    text = f"Căn cứ Quyết định số{gap}/QĐ-UBND về phân công công tác;"
    _set(made, made.tagged("local")[0], text)
    return [Planted("BLANK_CITED", "QĐ-UBND")]


def blank_words(rng: random.Random, made: Made) -> list[Planted]:
    """Leave a gap for words."""
    gap = rng.choice((".............", "[tên cơ quan]", "………", "_______"))
    _add(made, _free(rng, made), f"Giao {gap} theo dõi.")
    return [Planted("BLANK_WORDS", "theo dõi")]


def expired_basis(rng: random.Random, made: Made) -> list[Planted]:
    """Rest on a document that ended."""
    number, text = rng.choice(
        (
            ("98/2023", "Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ"),
            ("91/2017", "Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ"),
            ("01/2024", "Thông tư số 01/2024/TT-BNV ngày 24/02/2024 của Bộ Nội vụ"),
            ("12/2019", "Thông tư số 12/2019/TT-BNV ngày 04/11/2019 của Bộ Nội vụ"),
            ("năm 2003", "Luật Thi đua, khen thưởng năm 2003"),
        )
    )
    place = made.tagged("cited")[0]
    _set(made, place, f"Căn cứ {text};")
    return [Planted("BASIS_EXPIRED", number)]


def early_basis(_: random.Random, made: Made) -> list[Planted]:
    """Rest on a law that does not hold yet."""
    if made.day >= dt.date(2026, 10, 1):
        return []
    _set(made, made.tagged("cited")[0], "Căn cứ Luật số 06/2026/QH16;")
    return [Planted("BASIS_EARLY", "06/2026")]


def amended_basis(_: random.Random, made: Made) -> list[Planted]:
    """Rest on a resolution without the one that amended it."""
    if made.day < dt.date(2026, 1, 14):
        return []
    text = "Căn cứ Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ;"
    _set(made, made.tagged("cited")[-1], text)
    return [Planted("BASIS_AMENDED", "71/NQ-CP")]


def missing_basis(rng: random.Random, made: Made) -> list[Planted]:
    """Leave out a basis."""
    place = rng.choice(made.tagged("law"))
    named = made.lines[place].text.removeprefix("Căn cứ ").rstrip(";").partition(" ngày ")[0]
    made.lines[place].text = "Căn cứ quy chế làm việc của Ủy ban nhân dân;"
    return [Planted("BASIS_MISSING", named)]


def impossible_day(rng: random.Random, made: Made) -> list[Planted]:
    """Name a day that no calendar has."""
    day = rng.choice(("31/4", "30/02", "31/11", "32/5"))
    _add(made, _free(rng, made), f"Hội nghị phát động tổ chức ngày {day}/{made.years[1]}.")
    return [Planted("DATE_IMPOSSIBLE", day)]


def basis_after_plan(_: random.Random, made: Made) -> list[Planted]:
    """Cite a document that was issued after the plan."""
    later = short_date(made.day + dt.timedelta(days=45))
    _set(
        made,
        made.tagged("local")[0],
        f"Thực hiện Công văn số 815/UBND-NC ngày {later} của cấp trên;",
    )
    return [Planted("DATE_BEFORE_BASIS", "815/UBND-NC")]


def two_days_for_one(rng: random.Random, made: Made) -> list[Planted]:
    """Cite a resolution with another day than above."""
    text = "Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị;"
    _set(made, made.tagged("cited")[0], text)
    _add(made, _free(rng, made), "Tiếp tục thực hiện Nghị quyết số 57-NQ/TW ngày 22/11/2024.")
    return [Planted("DATE_CITED_TWICE", "22/11/2024")]


def reversed_period(rng: random.Random, made: Made) -> list[Planted]:
    """End before the start."""
    first, last = made.years
    text = rng.choice(
        (
            f"Đề án giai đoạn {last}-{first} được thực hiện đồng bộ.",
            f"Đợt cao điểm từ ngày 15/6/{last} đến ngày 15/5/{last}.",
        )
    )
    _add(made, _free(rng, made), text)
    return [Planted("PERIOD_REVERSED", text.split()[1])]


def other_period(_: random.Random, made: Made) -> list[Planted]:
    """Give another span in the text than in the title."""
    last = made.years[1]
    place = made.tagged("phases")[0]
    _set(made, place, made.lines[place].text.replace(f"đến năm {last}", f"đến năm {last + 2}"))
    return [Planted("PERIOD_DIFFERS", "Phong trào thi đua được")]


def phase_count(_: random.Random, made: Made) -> list[Planted]:
    """Promise three phases and list two."""
    place = made.tagged("phases")[0]
    _set(made, place, made.lines[place].text.replace("02 giai đoạn", "03 giai đoạn"))
    return [Planted("PHASE_COUNT", "03 giai đoạn")]


def past_deadline(rng: random.Random, made: Made) -> list[Planted]:
    """Set a deadline before the plan."""
    gone = short_date(made.day - dt.timedelta(days=rng.randint(20, 200)))
    words = rng.choice(("trước ngày", "chậm nhất ngày", "hoàn thành trước ngày"))
    _set(made, made.tagged("yearly")[0], f"Các đơn vị gửi đăng ký thi đua {words} {gone}.")
    return [Planted("DEADLINE_PAST", gone)]


def late_dossier(_: random.Random, made: Made) -> list[Planted]:
    """Ask for dossiers after the award day."""
    late = f"15/11/{made.years[1]}"
    _set(made, made.tagged("due")[0], f"Hồ sơ đề nghị khen thưởng gửi trước ngày {late}.")
    return [Planted("DEADLINE_AFTER_AWARD", late)]


def review_outside(_: random.Random, made: Made) -> list[Planted]:
    """Hold the interim review after the end."""
    place = made.tagged("interim")[0]
    year = made.years[1] + 1
    _set(made, place, made.lines[place].text.rpartition("năm")[0] + f"năm {year}.")
    return [Planted("REVIEW_OUTSIDE_PERIOD", str(year))]


def quota_twice(rng: random.Random, made: Made) -> list[Planted]:
    """Give two numbers for one award and occasion."""
    number = rng.randint(20, 40)
    text = f"Giấy khen của Chủ tịch Ủy ban nhân dân {made.commune.kind} hằng năm: {number} cá nhân."
    made.lines.insert(made.tagged("yearly")[0], Line(text))
    return [Planted("QUOTA_TWICE", f"{number} cá nhân")]


def wrong_sum(_: random.Random, made: Made) -> list[Planted]:
    """State a total that its parts do not make."""
    place = made.tagged("sum")[0]
    head, _, tail = made.lines[place].text.partition(" trường hợp")
    words, _, number = head.rpartition(" ")
    _set(made, place, f"{words} {int(number) + 3} trường hợp{tail}")
    return [Planted("SUM_DIFFERS", f"{int(number) + 3}")]


def wrong_points(_: random.Random, made: Made) -> list[Planted]:
    """State points that the parts do not make."""
    place = made.tagged("points")[0]
    _set(made, place, made.lines[place].text.replace("100 điểm", "120 điểm"))
    return [Planted("POINTS_DIFFER", "120 điểm")]


def no_tm(_: random.Random, made: Made) -> list[Planted]:
    """Sign without TM."""
    del made.lines[made.tagged("sign")[0]]
    return [Planted("SIGN_TM_MISSING", "CHỦ TỊCH")]


def _sign(made: Made, lines: list[str]) -> None:
    places = made.tagged("sign")
    made.lines[places[0] : places[-1] + 1] = [Line(text, ("sign",)) for text in lines]


def no_kt(_: random.Random, made: Made) -> list[Planted]:
    """Let the deputy sign without KT."""
    _sign(made, ["TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH"])
    return [Planted("SIGN_KT_MISSING", "PHÓ CHỦ TỊCH")]


def no_deputy(_: random.Random, made: Made) -> list[Planted]:
    """Write KT. without the deputy's post."""
    _sign(made, ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"])
    return [Planted("SIGN_DEPUTY", "KT. CHỦ TỊCH")]


def old_form(rng: random.Random, made: Made) -> list[Planted]:
    """Write the power as it was written long ago."""
    text = rng.choice(("T/M ỦY BAN NHÂN DÂN", "TM ỦY BAN NHÂN DÂN"))
    _sign(made, [text, "CHỦ TỊCH"])
    return [Planted("SIGN_FORM", text)]


def wrong_body(_: random.Random, made: Made) -> list[Planted]:
    """Sign for another body."""
    _sign(made, ["TM. HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH"])
    return [Planted("SIGN_TM_WRONG", "HỘI ĐỒNG")]


def no_signature(_: random.Random, made: Made) -> list[Planted]:
    """Leave the signing block out."""
    places = made.tagged("sign")
    del made.lines[places[0] :]
    return [Planted("SIGN_NONE", "")]


def short_number(_: random.Random, made: Made) -> list[Planted]:
    """Write a number below ten without its zero."""
    _set(made, made.tagged("number")[0], "Số: 7/KH-UBND")
    return [Planted("LAYOUT_ZERO", "7")]


def spaced_symbol(_: random.Random, made: Made) -> list[Planted]:
    """Write spaces around the signs of the symbol."""
    _set(made, made.tagged("number")[0], "Số: 47 / KH - UBND")
    return [Planted("LAYOUT_SYMBOL", "47")]


def no_state(_: random.Random, made: Made) -> list[Planted]:
    """Leave out the name of the state (.docx)."""
    del made.lines[made.tagged("state")[0]]
    return [Planted("LAYOUT_STATE", "Quốc hiệu")]


def no_motto(_: random.Random, made: Made) -> list[Planted]:
    """Leave out the motto (.docx)."""
    del made.lines[made.tagged("motto")[0]]
    return [Planted("LAYOUT_STATE", "Tiêu ngữ")]


def no_number(_: random.Random, made: Made) -> list[Planted]:
    """Leave out the line of the number (.docx)."""
    del made.lines[made.tagged("number")[0]]
    return [Planted("LAYOUT_NUMBER", "số")]


def wrong_paper(rng: random.Random, made: Made) -> list[Planted]:
    """Use letter paper (.docx)."""
    made.page |= {"width": 215.9, "height": 279.4}
    return [Planted("LAYOUT_PAPER", "215,9")]


def wrong_margin(rng: random.Random, made: Made) -> list[Planted]:
    """Set a margin out of range (.docx)."""
    side, word = rng.choice((("left", "trái"), ("right", "phải"), ("top", "trên")))
    made.page[side] = 10.0
    return [Planted("LAYOUT_MARGIN", word)]


def wrong_font(rng: random.Random, made: Made) -> list[Planted]:
    """Write in another font (.docx)."""
    made.page["font"] = rng.choice(("Arial", "Calibri", "Times"))
    return [Planted("LAYOUT_FONT", str(made.page["font"]))]


def wrong_size(_: random.Random, made: Made) -> list[Planted]:
    """Write too small (.docx)."""
    made.page["size"] = 11.0
    return [Planted("LAYOUT_SIZE", "")]


# Slips that change the same lines cannot go together.
SLIPS: tuple[tuple[Slip, str], ...] = (
    (other_province, ""),
    (other_commune, ""),
    (unknown_commune, ""),
    (former_province, ""),
    (other_kind, ""),
    (other_part, ""),
    (district, ""),
    (torn_name, "enacts"),
    (doubled_word, ""),
    (chapter_twice, "chapter"),
    (chapter_gap, "chapter"),
    (section_gap, "section-2"),
    (section_twice, "duties"),
    (section_restart, "duties"),
    (sub_gap, "subs"),
    (sub_parent, "subs"),
    (letter_gap, "letters"),
    (letter_twice, "letters"),
    (blank_number, "number"),
    (blank_date, "date"),
    (blank_cited, "local"),
    (blank_words, ""),
    (expired_basis, "cited"),
    (early_basis, "cited"),
    (amended_basis, "cited"),
    (missing_basis, "law"),
    (impossible_day, ""),
    (basis_after_plan, "local"),
    (two_days_for_one, "cited"),
    (reversed_period, ""),
    (other_period, "times"),
    (phase_count, "times"),
    (past_deadline, "yearly"),
    (late_dossier, "due"),
    (review_outside, "times"),
    (quota_twice, "yearly"),
    (wrong_sum, "sum"),
    (wrong_points, "points"),
    (no_tm, "sign"),
    (no_kt, "sign"),
    (no_deputy, "sign"),
    (old_form, "sign"),
    (wrong_body, "sign"),
    (no_signature, "sign"),
    (short_number, "number"),
    (spaced_symbol, "number"),
)
WORD_SLIPS: tuple[tuple[Slip, str], ...] = (
    (no_state, "state"),
    (no_motto, "state"),
    (no_number, "number"),
    (wrong_paper, "paper"),
    (wrong_margin, "margin"),
    (wrong_font, "font"),
    (wrong_size, "size"),
)


def planted(seed: int, *, word: bool, most: int = 9) -> Made:
    """Return a plan with slips in it; ``word`` adds those only a Word file can have.

    The seed also chooses which slips come first, so that a row of seeds plants every slip.
    """
    made = clean(seed)
    rng = random.Random(seed * 7919 + 1)
    pool = list(SLIPS) + (list(WORD_SLIPS) * 2 if word else [])
    rng.shuffle(pool)
    first = [SLIPS[(2 * seed + step) % len(SLIPS)] for step in range(2)]
    if word:
        first.append(WORD_SLIPS[seed // 2 % len(WORD_SLIPS)])
    for slip, lock in [*first, *pool]:
        free = len(made.tagged("free")) - sum(u.startswith("line-") for u in made.used)
        if len(made.planted) >= most or (lock and lock in made.used) or free < 2:
            continue
        if slip.__name__ in made.used:
            continue
        made.used |= {slip.__name__, lock}
        made.planted += slip(rng, made)
    return made


# --- Measuring ------------------------------------------------------------------------------


@dataclass(slots=True)
class Score:
    """Counts per code: planted and found, planted and missed, found without being planted."""

    hits: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def add(self, made: Made, findings: Iterable[Finding]) -> None:
        """Count one plan: each planted slip takes one finding."""
        left = list(findings)
        for slip in made.planted:
            taken = next((f for f in left if f.code == slip.code and _says(f, slip.words)), None)
            if taken is None:
                self.missed[slip.code] += 1
                self.notes.append(f"seed {made.seed}: missed {slip}")
            else:
                left.remove(taken)
                self.hits[slip.code] += 1
        for finding in left:
            self.false[finding.code] += 1
            self.notes.append(
                f"seed {made.seed}: false {finding.code} {finding.message} {finding.place.text}"
            )

    @property
    def precision(self) -> float:
        """Share of the findings that were planted."""
        hits = self.hits.total()
        return hits / max(hits + self.false.total(), 1)

    @property
    def recall(self) -> float:
        """Share of the planted slips that were found."""
        hits = self.hits.total()
        return hits / max(hits + self.missed.total(), 1)

    def table(self) -> str:
        """One line per code: planted, found, false."""
        codes = sorted({*self.hits, *self.missed, *self.false})
        lines = [
            f"{code:24}{self.hits[code] + self.missed[code]:5} planted {self.hits[code]:5} found "
            f"{self.false[code]:5} false"
            for code in codes
        ]
        total = f"precision {self.precision:.3f}, recall {self.recall:.3f}"
        return "\n".join([*lines, total])


def _says(finding: Finding, words: str) -> bool:
    return words in finding.place.text or words in finding.message
