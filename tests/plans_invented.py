"""Plans that were never issued, of communes that do not exist: every form a plan can hold.

``scored_plan`` is one movement with 115 points in trees, two leagues, quotas of every form,
registration, tie-breakers. ``twin_plan`` is one plan with two movements that share most of what
they say. ``decision``, ``letter`` and ``guide`` are the other kinds of documents.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from thiduaqt.domain.plan import (
    Chapter,
    Criterion,
    Deadline,
    League,
    LegalBasis,
    Letter,
    Milestone,
    MovementPlan,
    Paper,
    Part,
    Phase,
    PlanDocument,
    PlannedRound,
    PlanPack,
    Quota,
    RegistrationRule,
    Responsibility,
    Route,
    Scorer,
    Section,
    Source,
    Step,
    SubjectGroup,
    Target,
    Threshold,
    TieBreaker,
    YearValue,
)

GATES = (
    Criterion(
        code="gate_law",
        title="Chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước",
        kind="gate",
        required=True,
    ),
    Criterion(
        code="gate_standing",
        title="Không trong thời gian bị xem xét kỷ luật, điều tra, thanh tra, kiểm tra",
        kind="gate",
        required=True,
        source=Source(tag="law", text="NĐ 152/2025, khoản 4 Điều 4"),
    ),
)
VILLAGE_SECTIONS = (
    Section(code="A", title="Tổ chức và tuyên truyền"),
    Section(code="B", title="Kết quả thực hiện"),
    Section(code="B1", title="Hồ sơ và thanh toán trực tuyến", parent="B"),
    Section(
        code="B2", title="Kỹ năng số của người dân", parent="B", combine="highest", most=Decimal(15)
    ),
    Section(code="C", title="Điểm thưởng", most=Decimal(15)),
    Section(code="D", title="Điểm trừ", least=Decimal(-10)),
)
VILLAGE_CRITERIA = (
    Criterion(
        code="A1",
        title="Có kế hoạch của thôn và phân công cụ thể",
        kind="check",
        section="A",
        points=Decimal(5),
        evidence_wanted="kế hoạch, bảng phân công",
    ),
    Criterion(
        code="A2",
        title="Tổ chức buổi hướng dẫn tại nhà văn hóa",
        kind="count",
        section="A",
        points=Decimal(10),
        per_item=Decimal("2.5"),
        unit="buổi",
    ),
    Criterion(
        code="A3",
        title="Xếp loại sinh hoạt chi bộ, chi hội",
        kind="letter",
        section="A",
        points=Decimal(10),
        letters=(
            Letter(name="Tốt", points=Decimal(10)),
            Letter(name="Khá", points=Decimal(7)),
            Letter(name="Trung bình", points=Decimal(4)),
        ),
    ),
    Criterion(
        code="A4",
        title="Cách làm sáng tạo, nhân rộng được",
        kind="points",
        section="A",
        points=Decimal(10),
        scorer="council",
    ),
    Criterion(
        code="B11",
        title="Hồ sơ nộp trực tuyến",
        kind="steps",
        section="B1",
        points=Decimal(20),
        numerator="hồ sơ nộp trực tuyến",
        denominator="hồ sơ phát sinh",
        steps=(
            Step(points=Decimal(20), low=Decimal(90)),
            Step(points=Decimal(14), low=Decimal(70), high=Decimal(90)),
            Step(
                points=Decimal(8),
                low=Decimal(50),
                high=Decimal(70),
                low_inclusive=False,
                high_inclusive=False,
            ),
        ),
        fatal_below=Decimal(8),
    ),
    Criterion(
        code="B12",
        title="Hộ thanh toán không dùng tiền mặt",
        kind="ratio",
        section="B1",
        points=Decimal(15),
        numerator="hộ thanh toán không dùng tiền mặt",
        denominator="tổng số hộ",
        target=Decimal(80),
    ),
    Criterion(
        code="B13",
        title="Hồ sơ bị trả lại do khai sai",
        kind="inverse",
        section="B1",
        points=Decimal(10),
        numerator="số hồ sơ bị trả lại",
        unit="hồ sơ",
        target=Decimal(3),
    ),
    Criterion(
        code="B21",
        title="Khảo sát mẫu 40 người: làm được 03 việc trên điện thoại",
        kind="sample",
        section="B2",
        points=Decimal(15),
        not_applicable=True,
    ),
    Criterion(
        code="B22",
        title="Chỉ số kỹ năng số của thôn",
        kind="index",
        section="B2",
        points=Decimal(12),
        issued_by="Phòng Văn hóa - Xã hội",
    ),
    Criterion(
        code="B3",
        title="Đường truyền, máy tính công cộng hoạt động",
        kind="check",
        section="B",
        points=Decimal(5),
        not_applicable=True,
    ),
    Criterion(
        code="C1",
        title="Sáng kiến được xã công nhận",
        kind="bonus",
        section="C",
        points=Decimal(9),
        per_item=Decimal(3),
        unit="sáng kiến",
    ),
    Criterion(code="C2", title="Được tỉnh nêu gương", kind="bonus", section="C", points=Decimal(6)),
    Criterion(
        code="D1",
        title="Báo cáo chậm",
        kind="penalty",
        section="D",
        points=Decimal(6),
        per_item=Decimal("1.5"),
        unit="lần",
    ),
    Criterion(
        code="D2", title="Để lộ dữ liệu cá nhân", kind="penalty", section="D", points=Decimal(4)
    ),
)
VILLAGES = SubjectGroup(
    code="thon",
    name="Các thôn",
    kinds=("collective",),
    unit_kinds=("village",),
    league="A",
    criteria=(*GATES, *VILLAGE_CRITERIA),
    sections=VILLAGE_SECTIONS,
    total=Decimal(115),
    scorers=(
        Scorer(role="self", name="Thôn"),
        Scorer(role="officer", name="Phòng Văn hóa - Xã hội"),
        Scorer(role="council", counts=True),
    ),
    thresholds=(
        Threshold(award="certificate_of_merit", points=Decimal(85), no_fatal=True),
        Threshold(
            award="diploma_of_merit",
            points=Decimal(95),
            percent=True,
            inclusive=False,
            all_of=("A1", "B11"),
            any_of=("C1", "C2"),
        ),
    ),
    tie_breakers=(
        TieBreaker(kind="criterion", code="B11"),
        TieBreaker(kind="section", code="B"),
        TieBreaker(kind="earlier_awards", order="less"),
        TieBreaker(kind="vote"),
    ),
)
SCHOOLS = SubjectGroup(
    code="truong",
    name="Các trường học và Trạm Y tế",
    kinds=("collective",),
    unit_kinds=("school", "public_service"),
    league="B",
    criteria=(
        *GATES,
        Criterion(
            code="T1", title="Chuyển đổi số trong quản lý", kind="points", points=Decimal(60)
        ),
        Criterion(code="T2", title="Học liệu, dịch vụ số", kind="points", points=Decimal(55)),
    ),
    total=Decimal(115),
    thresholds=(
        Threshold(award="certificate_of_merit", wording="từ 80 điểm trở lên, đứng đầu bảng B"),
    ),
    tie_breakers=(TieBreaker(kind="criterion", code="T2"),),
)
PEOPLE = SubjectGroup(
    code="ca_nhan",
    name="Cá nhân, hộ gia đình",
    kinds=("individual", "household"),
    required_checks=2,
    sections=(Section(code="M", title="Có một trong các thành tích", combine="any"),),
    criteria=(
        *GATES,
        Criterion(code="P1", title="Hướng dẫn được ít nhất 30 người dùng dịch vụ công trực tuyến"),
        Criterion(code="P2", title="Tham gia đủ 06 buổi của Tổ công nghệ số cộng đồng"),
        Criterion(code="P3", title="Có sáng kiến được công nhận", section="M", evidence=True),
        Criterion(code="P4", title="Được cấp trên khen trong 02 năm gần nhất", section="M"),
    ),
)

QUOTAS = (
    Quota(
        award="emulation_flag",
        round_kind="final",
        recipient_kind="collective",
        maximum=2,
        year=2028,
        decided_by="province",
    ),
    Quota(
        award="diploma_of_merit",
        round_kind="final",
        recipient_kind="individual",
        maximum=12,
        year=2028,
        form="percent",
        percent=Decimal("7.5"),
        base="workforce",
        base_count=240,
        rounding="nearest",
        decided_by="province",
    ),
    Quota(
        award="diploma_of_merit",
        round_kind="final",
        recipient_kind="collective",
        maximum=4,
        year=2028,
        form="range",
        minimum=1,
        decided_by="province",
    ),
    Quota(
        award="certificate_of_merit",
        round_kind="yearly",
        recipient_kind="individual",
        maximum=None,
        form="percent",
        percent=Decimal(15),
        base="nominated",
        at_least_one=True,
    ),
    Quota(
        award="certificate_of_merit",
        round_kind="yearly",
        recipient_kind="collective",
        maximum=5,
        form="shared",
        shared_kinds=("collective", "household"),
    ),
    Quota(
        award="certificate_of_merit",
        round_kind="interim",
        recipient_kind="collective",
        maximum=1,
        year=2027,
        per="block",
        league="A",
    ),
    Quota(
        award="certificate_of_merit",
        round_kind="interim",
        recipient_kind="individual",
        maximum=2,
        year=2027,
        per="unit",
        per_kinds=("school",),
        league="B",
    ),
    Quota(
        award="certificate_of_merit",
        round_kind="interim",
        recipient_kind="household",
        maximum=3,
        year=2027,
        per="source",
        group="ca_nhan",
    ),
    Quota(
        award="certificate_of_merit",
        round_kind="final",
        recipient_kind="collective",
        maximum=None,
        year=2028,
        form="unlimited",
    ),
    Quota(
        award="certificate_of_merit",
        round_kind="final",
        recipient_kind="individual",
        maximum=None,
        year=2028,
        form="own",
    ),
    Quota(
        award="certificate_of_merit",
        round_kind="ad_hoc",
        recipient_kind="individual",
        maximum=6,
        added_by="Hướng dẫn số 12/HD-SNV",
    ),
)
TARGETS = (
    Target(
        code="t1",
        statement="Hồ sơ thủ tục hành chính nộp trực tuyến",
        operator=">=",
        value="85",
        unit="%",
        by_year=(
            YearValue(year=2026, value="65"),
            YearValue(year=2027, value="75"),
            YearValue(year=2028, value="85"),
        ),
    ),
    Target(
        code="t1a",
        statement="Trong đó nộp tại nhà, không cần hướng dẫn",
        operator=">",
        value="40",
        unit="%",
        parent="t1",
    ),
    Target(
        code="t2",
        statement="Chỉ số chuyển đổi số của xã",
        operator=">=",
        value="0.72",
        striving=True,
        inherited=True,
    ),
    Target(
        code="t3",
        statement="Người bị lừa đảo trên mạng",
        operator="<=",
        value="9",
        unit="người",
        due=Deadline(value="2028-11-30", exclusive=True),
    ),
)
MOVEMENT = MovementPlan(
    code="minh_hoa_2026",
    title="Phong trào thi đua “Mỗi thôn một cách làm số” giai đoạn 2026 - 2028",
    short_name="Mỗi thôn một cách làm số",
    slogan="Mỗi nhà một việc số",
    scope="toàn xã",
    hosts=("Ủy ban Mặt trận Tổ quốc Việt Nam xã", "Hội Nông dân xã"),
    subjects="các thôn, trường học, cá nhân, hộ gia đình",
    period_start="2026-02-03",
    period_end="2028-11",
    leagues=(
        League(code="A", name="Bảng A", unit_kinds=("village",), blocks=("Cụm Đông", "Cụm Tây")),
        League(code="B", name="Bảng B", unit_kinds=("school", "public_service")),
    ),
    groups=(VILLAGES, SCHOOLS, PEOPLE),
    targets=TARGETS,
    phases=(
        Phase(
            code="1",
            name="Giai đoạn 1",
            start="2026-02",
            end="2027-06",
            content="Phát động, làm điểm tại 03 thôn",
        ),
        Phase(
            code="2",
            name="Giai đoạn 2",
            start="2027-07",
            end="2028-11",
            content="Nhân rộng, tổng kết",
        ),
        Phase(code="s", name="60 ngày đêm", kind="sprint", start="2026-08-20", end="2026-10-18"),
    ),
    rounds=(
        PlannedRound(
            kind="yearly",
            name="Khen thưởng hằng năm",
            when=Deadline(value="2026-12", recurring=True),
        ),
        PlannedRound(
            kind="interim",
            name="Khen thưởng sơ kết",
            when=Deadline(value="2027-Q2"),
            occasion="Ngày Chuyển đổi số quốc gia 10/10",
        ),
        PlannedRound(
            kind="final",
            name="Khen thưởng tổng kết",
            when=Deadline(value="2028-12", tentative=True),
        ),
    ),
    quotas=QUOTAS,
    milestones=(
        Milestone(
            code="m1",
            name="Báo cáo kết quả thực hiện phong trào",
            kind="report",
            who="các thôn, đơn vị",
            receiver="Ủy ban nhân dân xã (qua Phòng Văn hóa - Xã hội)",
            when=Deadline(value="2026-11-15", exclusive=True, recurring=True),
        ),
        Milestone(
            code="m2",
            name="Gửi hồ sơ đề nghị khen thưởng",
            kind="nominate",
            when=Deadline(anchor="award_day", offset=-20, working_days=True),
        ),
        Milestone(
            code="m3",
            name="Cập nhật số liệu chỉ tiêu",
            kind="measure",
            when=Deadline(value="2026-03-25", recurring=True, every="month"),
        ),
        Milestone(
            code="m4", name="Kiểm tra, đôn đốc", kind="check", when=Deadline(value="2027-Q1")
        ),
    ),
    routes=(
        Route(
            code="r1",
            proposer="Trưởng thôn",
            nominates="tập thể, hộ gia đình, cá nhân của thôn",
            receiver="Phòng Văn hóa - Xã hội",
            through="Ban công tác Mặt trận",
        ),
    ),
    papers=(
        Paper(code="p1", name="Tờ trình kèm danh sách"),
        Paper(code="p2", name="Báo cáo thành tích", awards=("diploma_of_merit",)),
    ),
    registration=RegistrationRule(
        required=True,
        both_sign=True,
        kinds=("collective", "individual"),
        content="chỉ tiêu phấn đấu, phần việc số đảm nhận",
        deadline=Deadline(value="2026-02-28"),
    ),
)
DOCUMENT = PlanDocument(
    abstract="Phát động phong trào thi đua “Mỗi thôn một cách làm số” giai đoạn 2026 - 2028",
    symbol="KH-UBND",
    date="2026-02",
    place="Minh Họa",
    commune="xã Minh Họa",
    province="tỉnh Minh Họa",
    issuers=("UBND xã Minh Họa",),
    legal_bases=(
        LegalBasis(number="", issued="", issuer="", subject="", text="Luật Thi đua, khen thưởng"),
        LegalBasis(
            number="45/KH-UBND",
            issued="05/01/2026",
            issuer="UBND tỉnh Minh Họa",
            subject="về phong trào thi đua năm 2026",
            text=(
                "Kế hoạch số 45/KH-UBND ngày 05/01/2026 của UBND tỉnh Minh Họa về phong trào thi "
                "đua năm 2026"
            ),
            opening="Thực hiện",
        ),
        LegalBasis(
            number="12/HD-SNV",
            issued="20/01/2026",
            issuer="Sở Nội vụ",
            subject="về khen thưởng đột xuất",
            text="Hướng dẫn số 12/HD-SNV ngày 20/01/2026 của Sở Nội vụ về khen thưởng đột xuất",
            cited_in="quotas",
        ),
    ),
    chapters=(
        Chapter(
            code="aims",
            title="MỤC ĐÍCH, YÊU CẦU",
            parts=(
                Part(
                    code="purposes",
                    title="Mục đích",
                    numbering="letter",
                    lines=("Đưa dịch vụ số đến từng hộ.", "Phát hiện, nhân rộng cách làm hay."),
                ),
                Part(
                    code="requirements",
                    title="Yêu cầu",
                    numbering="dash",
                    lines=("Thiết thực, không hình thức", "Số liệu kiểm tra được"),
                ),
            ),
        ),
        Chapter(
            code="content",
            title="NỘI DUNG PHONG TRÀO THI ĐUA",
            parts=(
                Part(code="subjects", title="Phạm vi, đối tượng thi đua", kind="subjects"),
                Part(code="period", title="Thời gian thi đua", kind="period"),
                Part(code="targets", title="Chỉ tiêu thi đua", kind="targets"),
                Part(code="registration", title="Đăng ký thi đua", kind="registration"),
            ),
        ),
        Chapter(
            code="criteria",
            title="TIÊU CHÍ THI ĐUA",
            parts=(Part(code="criteria", kind="criteria"),),
        ),
        Chapter(
            code="awards",
            title="KHEN THƯỞNG",
            parts=(
                Part(code="awards", title="Hình thức, thời điểm, hồ sơ", kind="awards"),
                Part(code="quotas", title="Số lượng khen thưởng", kind="quotas"),
            ),
        ),
        Chapter(
            code="doing",
            title="TỔ CHỨC THỰC HIỆN",
            parts=(
                Part(code="phases", title="Các giai đoạn", kind="phases"),
                Part(code="milestones", title="Báo cáo và các mốc thời gian", kind="milestones"),
                Part(code="duties", title="Phân công trách nhiệm", kind="responsibilities"),
            ),
        ),
    ),
    responsibilities=(
        Responsibility(unit="Phòng Văn hóa - Xã hội", duty="Là cơ quan thường trực của phong trào"),
        Responsibility(
            unit="Phòng Văn hóa - Xã hội",
            duty="Tiếp nhận, thẩm định hồ sơ đề nghị khen thưởng",
            receives_nominations=True,
        ),
        Responsibility(unit="Các thôn", duty="Tổ chức đăng ký và thực hiện tại thôn"),
    ),
    distribution=(
        "Sở Nội vụ (b/c)",
        "TT Đảng ủy, HĐND xã (b/c)",
        "Các thôn, đơn vị (t/h)",
        "Lưu: VT, VHXH",
    ),
    signer_form=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer_name="Hoàng Văn Ơn",
)


def scored_plan() -> PlanPack:
    """One movement of 115 points with everything a plan can ask for."""
    return PlanPack(document=DOCUMENT, movements=(MOVEMENT,))


def twin_plan() -> PlanPack:
    """One plan of a ward with two movements: one group, one quota and the phases are shared."""
    shared = replace(
        MOVEMENT,
        code="doi_moi",
        title="Đổi mới sáng tạo, chuyển đổi số",
        groups=(PEOPLE,),
        leagues=(),
        targets=TARGETS[2:],
        quotas=QUOTAS[3:5],
        rounds=(),
        papers=(),
        routes=(),
        milestones=(),
        registration=None,
        slogan="",
        hosts=(),
        scope="toàn phường",
        subjects="các tổ dân phố, trường học, cá nhân, hộ gia đình",
        phases=(replace(MOVEMENT.phases[0], content="Phát động, làm điểm"), MOVEMENT.phases[1]),
    )
    second = replace(
        shared,
        code="binh_dan",
        title="Bình dân học vụ số",
        scope="các tổ dân phố",
        targets=(TARGETS[3],),
        quotas=(QUOTAS[3], replace(QUOTAS[4], maximum=8)),
        groups=(PEOPLE, replace(SCHOOLS, league="")),
    )
    document = replace(
        DOCUMENT,
        abstract="Phát động phong trào “Đổi mới sáng tạo, chuyển đổi số” và “Bình dân học vụ số”",
        date="",
        commune="phường Minh Họa",
        issuers=("Ủy ban nhân dân phường Minh Họa",),
        responsibilities=(
            *DOCUMENT.responsibilities[:2],
            Responsibility(unit="Các tổ dân phố", duty="Tổ chức thực hiện tại tổ dân phố"),
        ),
        distribution=("Sở Nội vụ (b/c)", "Các tổ dân phố (t/h)", "Lưu: VT, VHXH"),
    )
    return PlanPack(document=document, movements=(shared, second))


def small_plan() -> PlanPack:
    """A checklist, one quota, one duty: a plan of one page."""
    movement = MovementPlan(
        code="nho",
        title="Sạch nhà, sạch ngõ",
        short_name="Sạch nhà, sạch ngõ",
        period_wording="từ ngày ký đến ngày 30/11/2026",
        subjects="các hộ gia đình trong xã",
        groups=(
            SubjectGroup(
                code="ho",
                name="Hộ gia đình",
                kinds=("household",),
                criteria=(
                    Criterion(code="1", title="Nhà, ngõ sạch"),
                    Criterion(code="2", title="Phân loại rác"),
                ),
            ),
        ),
        quotas=(
            Quota(
                award="certificate_of_merit",
                round_kind="any",
                recipient_kind="household",
                maximum=9,
            ),
        ),
    )
    document = PlanDocument(
        abstract="Phát động phong trào thi đua “Sạch nhà, sạch ngõ” năm 2026",
        place="Minh Họa",
        commune="xã Minh Họa",
        province="tỉnh Minh Họa",
        legal_bases=(
            LegalBasis(
                number="", issued="", issuer="", subject="", text="Luật Thi đua, khen thưởng"
            ),
        ),
        responsibilities=(Responsibility(unit="Hội Phụ nữ xã", duty="Vận động hội viên"),),
        distribution=("Các thôn", "Lưu: VT"),
        signer_form=("CHỦ TỊCH",),
        signer_name="Hoàng Thị Ngọc Ánh",
    )
    return PlanPack(document=document, movements=(movement,))


def decision() -> PlanPack:
    """A movement launched by a decision of the committee."""
    pack = small_plan()
    return replace(pack, document=replace(pack.document, kind="QĐ", number="7", date="2026-03-09"))


def letter() -> PlanPack:
    """A movement launched by a letter."""
    pack = small_plan()
    addressees = ("Các thôn trên địa bàn xã", "Các trường học trên địa bàn xã")
    return replace(pack, document=replace(pack.document, kind="CV", addressees=addressees))


def guide() -> PlanPack:
    """A guide (hướng dẫn) to a movement."""
    pack = small_plan()
    return replace(pack, document=replace(pack.document, kind="HD", number="15/HD-UBND"))
