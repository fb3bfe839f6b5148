<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi">
<context>
    <name></name>
    <message>
        <source>Tên nhóm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tập thể</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hộ gia đình</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cá nhân</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loại đơn vị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhiều loại cách nhau bằng dấu ;. Hồ sơ của đơn vị đó được gợi ý nhóm này.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bảng thi đua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chỉ xếp hạng trong cùng một bảng. Thêm bảng ở phần Thông tin chung.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tổng điểm kế hoạch ghi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Để so với tổng của cây tiêu chí; kế hoạch không ghi thì để trống.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số tiêu chí phải đạt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Với tiêu chí có/chưa có: phải đạt ít nhất bao nhiêu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm nhóm tiêu chí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm tiêu chí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đưa lên trên (Alt+↑)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đưa xuống dưới (Alt+↓)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đưa vào nhóm trên (Alt+→)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đưa ra khỏi nhóm (Alt+←)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhân bản</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xóa khỏi cây</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xóa nhóm đối tượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm nhiều đơn vị…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cam kết</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lấy chỉ tiêu của kế hoạch làm cam kết</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi hai bên đã ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xóa đăng ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xuất danh sách đăng ký ra Excel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In danh sách đăng ký…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In bản đăng ký…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danh sách phong trào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm phong trào…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xóa phong trào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xuất gói phong trào…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rà soát văn bản</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xuất kế hoạch ra Word…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm chỉ tiêu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đưa lên trên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đưa xuống dưới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhân bản chỉ tiêu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bỏ chỉ tiêu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mức cảnh báo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhập số liệu từ Excel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xuất biểu nhập số liệu…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bảng ra Word…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bảng ra Excel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biểu đồ ra PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theo dữ liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giữ lời đã sửa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bỏ đoạn này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm đoạn sau</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AboutWindow</name>
    <message>
        <source>Giới thiệu</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Phần mềm giúp xã, phường, đặc khu làm phong trào thi đua và khen thưởng. Dữ liệu chỉ nằm trên máy này; phần mềm không gửi gì qua mạng.</source>
        <translation>Helps communes, wards and special zones run emulation movements and commendations. Data stay on this computer; nothing is sent over the network.</translation>
    </message>
    <message>
        <source>Giấy phép của các phần đi kèm</source>
        <translation>Licences of the parts that come with it</translation>
    </message>
    <message>
        <source>Đón&amp;g</source>
        <translation>&amp;Close</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Nhập xong danh sách, mở lại phần mềm: cỡ chữ sẽ đổi hết.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở tệp dữ liệu</source>
        <translation>Open a data file</translation>
    </message>
</context>
<context>
    <name>BackPanel</name>
    <message>
        <source>Tính lùi từ ngày trao</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đợt khen để tính lùi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ngày trao</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Các mốc gợi ý được tính từ ngày này.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lấy tất cả</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã có trong kế hoạch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lấy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lấy gợi ý: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trước {n} ngày</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sau {n} ngày</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Sao lưu ngay</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>Khôi phục bản đã chọn…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Khôi phục từ tệp khác…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có bản sao lưu nào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phần mềm tự sao lưu khi thoát và trước mỗi lần nhập gói.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mỗi bản được đọc lại và kiểm tra xong mới tính. Nên chép thêm ra USB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa sao lưu lần nào.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} ngày chưa sao lưu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sao lưu</source>
        <translation>Back up</translation>
    </message>
    <message>
        <source>Đã sao lưu và kiểm tra lại: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tệp dữ liệu ThiDuaQt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chọn bản sao lưu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Khôi phục bản sao lưu {at}?
Dữ liệu hiện tại được cất thành bản sao lưu trước khi thay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Khôi phục</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Khôi phục bản sao lưu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã khôi phục. Dữ liệu trước đó được giữ ở {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BallotPad</name>
    <message>
        <source>Đồng ý</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không đồng ý</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ý kiến khác</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa ghi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đối tượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phiếu này ghi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phiếu không hợp lệ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phiếu trước</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phiếu sau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi phiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bỏ, không ghi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phím 1 đồng ý, 2 không đồng ý, 3 ý kiến khác; ↓ người sau, PgDn phiếu sau. Ô để trống tính là ý kiến khác.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phiếu {number}/{count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phiếu {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi {count} phiếu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchForm</name>
    <message>
        <source>giữ nguyên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hình thức</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhóm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Chức vụ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thành tích</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đánh dấu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tiêu chí hoặc giấy tờ đã đạt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xóa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ô để trống thì giữ nguyên ở từng hồ sơ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa {count} hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xóa {count} hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} hồ sơ đã đưa vào phiên họp nên không sửa ở đây.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BlockEditor</name>
    <message>
        <source>Đoạn đang chọn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lời văn của đoạn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bảng lập từ dữ liệu. Sửa số liệu ở các thẻ khác, hoặc bỏ bảng này.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theo dữ liệu:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BlocksEditor</name>
    <message>
        <source>Năm của khối, cụm thi đua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Khối, cụm thi đua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ tên khối, cụm mới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm khối, cụm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Năm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa xếp: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa khối, cụm thi đua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm khối, cụm thi đua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xóa khối, cụm thi đua</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BundlesPage</name>
    <message>
        <source>Xuất gói cho cấp trên…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhận gói…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa xuất hoặc nhận gói dữ liệu nào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gói dữ liệu (.tdq) mang hồ sơ đề nghị hoặc kết quả khen của một đợt sang đơn vị khác, qua USB, thư hoặc hệ thống văn bản.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã xuất</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gói chưa ký: phần mềm chưa xác nhận được ai gửi, hãy hỏi lại khi nhận.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} mục chờ gói khác hoặc chờ đồng ý rút</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} mục có hai bản khác nhau, giữ cả hai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} mục sai dạng, chưa nhận</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalendarPopup</name>
    <message>
        <source>Hôm nay</source>
        <translation>Today</translation>
    </message>
</context>
<context>
    <name>CalibrationPanel</name>
    <message>
        <source>In tờ thử có thước</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lưu cho máy in này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tờ in ra lệch bao nhiêu?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lệch ngang, mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lệch dọc, mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co giãn, phần trăm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xoay, độ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trái</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phải</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>xuống</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phải là thuận chiều kim đồng hồ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ngang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dọc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co giãn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xoay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>độ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tính từ tờ thử đã đo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A: mép trái đến vạch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B: mép trên, bên trái</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C: mép trên, bên phải</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D: thanh ngang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E: thanh dọc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tính độ lệch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ một số, ví dụ 2,0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ một số, ví dụ 10,5.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CellEditor</name>
    <message>
        <source>Số lượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số khác</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm một số nữa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ví dụ mỗi khối một số, hoặc văn bản hướng dẫn bổ sung sau.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bỏ số này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Khi vượt số lượng: trước khi bỏ phiếu thì nhắc; khi ban hành thì phải bỏ bớt hoặc ghi lý do vượt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số thứ {place} trong {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loại đơn vị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ một số nguyên không âm. Số cũ được giữ nguyên.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi khối, nhóm, bảng thi đua hoặc văn bản bổ sung để số này khác với số trên.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CertificatesScreen</name>
    <message>
        <source>Chưa có giấy khen để in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Khi quyết định đã có danh sách, giấy khen tự vào hàng chờ ở đây.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở Quyết định</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In giấy khen</source>
        <translation>Certificates</translation>
    </message>
    <message>
        <source>Quyết định chưa ban hành nên giấy khen chưa có số. Có thể in thử với chữ “DỰ THẢO”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} tên quá dài. Rút gọn tên in, không đổi tên trong sổ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có hình Quốc huy: đặt tệp quoc-huy.png hoặc quoc-huy.svg vào {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã lưu căn chỉnh máy in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Căn chỉnh máy in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã gửi tờ thử. Đo bằng thước rồi gõ số vào phần Căn chỉnh máy in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã gửi một tờ thử. Đặt chồng lên phôi và soi trước đèn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giấy khen {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đang in tờ {n}/{total}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dừng</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Đã in {done}/{total} tờ. Nạp phôi cho tờ tiếp theo rồi bấm In tiếp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In tiếp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã dừng sau tờ {done}. Tờ {left} chưa in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã gửi {n} tờ tới máy in. Tờ nào bị hỏng thì chọn tờ đó và ghi lại.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In lại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tờ của {name} hỏng vì sao (kẹt giấy, lệch, sai tên, mực)?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi tờ hỏng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tờ hỏng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa tên in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xuất PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã xuất {n} tờ vào {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangeLog</name>
    <message>
        <source>Nhật ký thay đổi</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Kết quả kiểm tra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kiểm tra ngay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa kiểm tra lần nào từ khi mở phần mềm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kiểm tra đọc lại toàn bộ dữ liệu, nhật ký và tệp minh chứng; không sửa gì cả.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nên kiểm tra sau khi mất điện, đổi ổ đĩa hoặc khi thấy số liệu lạ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kiểm tra dữ liệu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Bỏ lọc {text}</source>
        <translation>Remove filter {text}</translation>
    </message>
</context>
<context>
    <name>CommuneList</name>
    <message>
        <source>Đơn vị khớp với chữ đã gõ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommunePage</name>
    <message>
        <source>Anh/chị làm việc ở đơn vị nào?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ vài chữ của tên xã, phường, đặc khu. Không cần dấu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tên xã, phường, đặc khu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ví dụ: cao minh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không thấy đơn vị?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhập tay tên và tỉnh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa chọn đơn vị. Gõ vài chữ của tên rồi chọn một dòng.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n đơn vị</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n đơn vị đầu</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Không thấy “{text}”. Thử bỏ bớt từ hoặc gõ không dấu; nếu vẫn không có, nhập tay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danh mục có 3.321 xã, phường, đặc khu của 34 tỉnh, thành phố. Trùng tên thì xem tên tỉnh trước khi chọn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tìm trong danh mục</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>Mục lục</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContextBar</name>
    <message>
        <source>Phong trào</source>
        <translation>Movement</translation>
    </message>
    <message>
        <source>Đợt</source>
        <translation>Round</translation>
    </message>
</context>
<context>
    <name>CouncilScreen</name>
    <message>
        <source>Có mặt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vắng mặt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ý kiến bằng văn bản</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa điểm danh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vai trò</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Điểm danh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chức vụ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points} · hạng {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đối tượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kiểm tra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Điểm, hạng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Tóm tắt thành tích</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đồng ý</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Khác</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tỷ lệ đồng ý</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total} trên {expected} phiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>được chọn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>không chọn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cộng thiếu {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cộng thừa {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xét duyệt</source>
        <translation>Council</translation>
    </message>
    <message>
        <source>Phiên họp khác</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thành phần</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danh sách xét</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kết quả phiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biên bản</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In phiếu…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiếp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở phiên họp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở Hồ sơ đề nghị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có phiên họp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Có {count} hồ sơ đưa ra Hội đồng được.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có hồ sơ nào đủ điều kiện để đưa ra Hội đồng.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đã chốt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đang làm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở phiên họp mới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở lại kết quả đã chốt…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiếp: Danh sách xét</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiếp: Kết quả phiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiếp: Biên bản</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chốt kết quả…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lập quyết định</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Về Kết quả phiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lập dự thảo quyết định</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phiên họp {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CountStrip</name>
    <message>
        <source>Có mặt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Điểm danh ở bước Thành phần</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số phiếu {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phát ra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thu về</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hợp lệ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không hợp lệ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đạt khi số phiếu đồng ý</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chọn ngưỡng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tổng số thành viên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>số có mặt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phiếu hợp lệ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tỷ lệ tính trên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Căn cứ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>của</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đạt khi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Có mặt {present}/{members}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa điểm danh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không đặt số tối thiểu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đủ số để họp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cần {need} để họp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chưa ghi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ngưỡng đạt: {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tính trên: {base}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cần kiểm tra: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi căn cứ của ngưỡng…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thành viên không bỏ phiếu cho chính mình</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ số nguyên; ô này chưa được lưu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhập số phiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa ngưỡng đạt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ghi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Căn cứ của ngưỡng đạt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi văn bản quy định ngưỡng, ví dụ Quy chế hoạt động của Hội đồng.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi căn cứ của ngưỡng</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CriteriaModel</name>
    <message>
        <source>Tiêu chí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cách chấm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Điểm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nguồn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kế hoạch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CriteriaTab</name>
    <message>
        <source>In phiếu chấm điểm…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In phiếu chấm điểm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phiếu chấm điểm {group}.docx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã ghi phiếu chấm điểm vào {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có nhóm đối tượng nào.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} tiêu chí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tổng {points} điểm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thưởng đến {points}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trừ đến {points}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhóm đối tượng đánh số {before} thiếu số {numbers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kế hoạch ghi tổng {said} điểm, cây tiêu chí cộng được {given}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mục đang chọn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cả nhóm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chép sang nhóm đối tượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa tiêu chí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” không phải là số điểm. Giá trị cũ được giữ nguyên.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiêu chí mới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm tiêu chí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhóm tiêu chí mới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm nhóm tiêu chí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhân bản tiêu chí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đổi thứ tự tiêu chí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chuyển tiêu chí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chép tiêu chí sang nhóm khác</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã chép sang nhóm {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã xóa khỏi cây tiêu chí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xóa tiêu chí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhóm đối tượng mới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm nhóm đối tượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đổi thứ tự nhóm đối tượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã xóa nhóm {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xóa nhóm đối tượng</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CriteriaTree</name>
    <message>
        <source>Điểm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nội dung tiêu chí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cây tiêu chí</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Criterion</name>
    <message>
        <source>Điều kiện: Đạt / Không đạt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Có / Chưa có, kèm minh chứng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chấm từ 0 đến điểm tối đa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theo bậc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tỷ lệ a/b nhân điểm tối đa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Càng ít càng nhiều điểm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theo số lần, số buổi, số sáng kiến</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xếp loại bằng chữ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Khảo sát mẫu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chỉ số do cơ quan khác công bố</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Điểm thưởng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Điểm trừ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cách chấm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Điểm tối đa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiêu chí có/chưa có không tính điểm thì để trống.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Điểm mỗi lần</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tính theo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>buổi, sáng kiến, vụ…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số đo (tử số)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mẫu số</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mức đủ điểm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đạt mức này thì được điểm tối đa; để trống là 100%.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cơ quan công bố</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Điểm liệt dưới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dưới số điểm này là tiêu chí liệt; để trống là không có.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ai chấm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Để trống: theo quy định chung của nhóm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bắt buộc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cho phép “Không áp dụng”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không áp dụng thì bỏ khỏi tử số và mẫu số, không tính 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cần minh chứng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minh chứng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nguồn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kế hoạch, mục III.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bậc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>từ 90 trở lên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bậc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Điểm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mức xếp loại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tốt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xếp loại</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataScreen</name>
    <message>
        <source>Lúc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chiều</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã xuất</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loại gói</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đơn vị gửi hoặc nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tên tệp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} mục</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mục</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thay đổi hoặc lý do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xin rút</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chờ từ trước: {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cỡ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xóa lúc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Người xóa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhập, xuất dữ liệu</source>
        <translation>Import, export</translation>
    </message>
    <message>
        <source>Gói dữ liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sao lưu</source>
        <translation>Back up</translation>
    </message>
    <message>
        <source>Kiểm tra dữ liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thùng rác</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã xuất gói số {seq}: {n} mục, {size}, đã đọc lại và kiểm tra. Nếu lưu vào USB, hãy bấm Rút an toàn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mọi tệp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chọn gói dữ liệu nhận được</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đọc gói dữ liệu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateEdit</name>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
</context>
<context>
    <name>DatesTab</name>
    <message>
        <source>Cả kỳ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tính lùi từ ngày trao</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Năm {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa xếp được lên đường thời gian: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mốc việc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dịp khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giai đoạn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đợt đã mở</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đặt ngày trao</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã lấy mốc gợi ý vào kế hoạch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lấy mốc gợi ý</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecisionActions</name>
    <message>
        <source>Tạ&amp;o bộ văn bản…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ban hành…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In giấ&amp;y khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mở lại quyết định…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đí&amp;nh chính…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Th&amp;u hồi…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In &amp;lại…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xuất &amp;Excel…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecisionColumns</name>
    <message>
        <source>Quy định: {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ Cần kiểm tra: hiểu cách làm tròn khác thì là {money} đồng.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ Cần kiểm tra: có quy định đã hết hạn hoặc chưa đối chiếu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Họ và tên / Tập thể</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chức vụ, đơn vị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hình thức</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiền thưởng (đ)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecisionList</name>
    <message>
        <source>Dự thảo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa ban hành</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Năm {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chưa ban hành</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danh sách quyết định</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecisionPage</name>
    <message>
        <source>Lập dự thảo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danh sách được khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danh sách chưa có ai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danh sách lấy từ kết quả đã chốt của Hội đồng.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lập dự thảo quyết định</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở Xét duyệt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} sau khi tạo văn bản. Bản cũ vẫn còn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Bản đã sửa tay không bị ghi đè.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tạo lại {count} văn bản</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có quyết định nào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chốt kết quả phiên họp ở phần Xét duyệt, rồi lập dự thảo ở đây.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phiên họp ngày {day} đã chốt, chọn {count} trường hợp. {around}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có dự thảo quyết định</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecisionsScreen</name>
    <message>
        <source>Quyết định, sổ khen</source>
        <translation>Decisions, register</translation>
    </message>
    <message>
        <source>Quyết định</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Sổ khen thưởng</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Máy này không mở được “{name}”.
Mở tệp từ thư mục {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa mở được tệp</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DossierPanel</name>
    <message>
        <source>Bảng chi tiết</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hồ sơ trước</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hồ sơ sau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đóng bảng chi tiết (F4 mở lại)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thông tin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chức vụ, đơn vị, thời gian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiêu chí và điều kiện</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chọn một hồ sơ để xem chi tiết.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{met}/{count} đạt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa {count} hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chi tiết</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoubtsPart</name>
    <message>
        <source>Quy định cần kiểm tra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Những mục phần mềm chưa đối chiếu được với văn bản gốc hoặc đã hết hiệu lực. Xem lại trước khi dựa vào.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không có mục nào cần kiểm tra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mọi quy định đang dùng đều còn hiệu lực và đã đối chiếu.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DraftForm</name>
    <message>
        <source>(chưa ghi họ tên)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số do văn thư cấp; gõ một lần, mọi văn bản lấy theo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Ngày ký; mức tiền thưởng tính theo ngày này. Alt+mũi tên xuống mở lịch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thể thức ký và họ tên; thêm người ký ở phần Cài đặt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trích yếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trích yếu của quyết định và tờ trình.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lý do vượt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lý do khen vượt số lượng của kế hoạch; in trong tờ trình.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa dự thảo quyết định</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorSummary</name>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Chọn nơi lưu và xuất…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loại gói</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đơn vị nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tên ghi trong gói. Gói sau gửi cùng đơn vị được đánh số tiếp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xuất gói dữ liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không gửi kèm: số định danh, số điện thoại, ghi chú, số phiếu và ý kiến của Hội đồng, hồ sơ Hội đồng không thông qua, tệp minh chứng.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gói chưa ký và chưa khóa: chuyển trực tiếp hoặc qua kênh công vụ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đổi phong trào hoặc đợt ở thanh trên cùng.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} hồ sơ của đơn vị khác chưa chuyển tiếp được trong bản này: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gói dữ liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tệp nén</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lưu gói dữ liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sẽ gửi: {parts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xin rút {n} mục đã gửi trước đây.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FacetList</name>
    <message>
        <source>Lọc sổ khen thưởng</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Facets</name>
    <message>
        <source>(Trống)</source>
        <translation>(Empty)</translation>
    </message>
    <message>
        <source>{title}: {value}, {count} lượt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, đang chọn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldPanel</name>
    <message>
        <source>Vị trí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cỡ ô</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cỡ chữ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bấm vào một ô trên tờ giấy để xem vị trí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tê&amp;n in trên giấy khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tên in trên giấy khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chỉ đổi chữ in, không đổi tên trong sổ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} pt (thu nhỏ đến {least} pt)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FiguresEditor</name>
    <message>
        <source>Số liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số liệu theo đơn vị và kỳ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có số liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ số liệu, hoặc nhập từ Excel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đơn vị hoặc kỳ khác</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xóa số liệu đang chọn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đơn vị của số liệu mới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kỳ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>9/2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>12/40 hoặc 75%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nguồn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Báo cáo số…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm số liệu này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cần {wanted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Còn thiếu: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa gõ số liệu. Gõ 12/40, 75%, 0,75 hoặc “không áp dụng”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message>
        <source>Chọ&amp;n tệp…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kéo danh sách của đơn vị vào đây</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhận tệp .xlsx, .xls, .csv. Có thể kéo nhiều tệp một lúc; từng tệp được xem và nhập riêng.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cột nào cũng được</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phần mềm tự tìm dòng tiêu đề và nhận ra các cột, có dấu hay không dấu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xem trước khi ghi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dòng có vấn đề được nêu bằng lời, sửa ngay tại chỗ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoàn tác một bước</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cả danh sách vào cùng lúc, và rút lại cùng lúc.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} dòng của các lần nhập trước đang chờ sửa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa các dòng này</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>(Trống)</source>
        <translation>(Empty)</translation>
    </message>
    <message>
        <source>Có lỗi</source>
        <translation>With errors</translation>
    </message>
    <message>
        <source>Sắp xếp tăng dần</source>
        <translation>Sort ascending</translation>
    </message>
    <message>
        <source>Sắp xếp giảm dần</source>
        <translation>Sort descending</translation>
    </message>
    <message>
        <source>Tìm giá trị</source>
        <translation>Find a value</translation>
    </message>
    <message>
        <source>Chọn tất cả</source>
        <translation>Tick all</translation>
    </message>
    <message>
        <source>Bỏ chọn</source>
        <translation>Untick</translation>
    </message>
    <message>
        <source>Áp dụng</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>Xóa lọc</source>
        <translation>Clear filters</translation>
    </message>
</context>
<context>
    <name>FindEverything</name>
    <message>
        <source>Tìm mọi thứ</source>
        <translation>Find anything</translation>
    </message>
</context>
<context>
    <name>FindField</name>
    <message>
        <source>Tìm trong danh sách</source>
        <translation>Find in list</translation>
    </message>
    <message>
        <source>Tìm trong hướng dẫn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Xem lịch sử khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So sánh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không trùng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi kết luận…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chọn nhóm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi thành tích</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chọn hình thức</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi tên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đến hồ sơ kia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chấp nhận ngoại lệ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Người ghi: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bỏ ngoại lệ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FootPane</name>
    <message>
        <source>Xuất &amp;PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phím ↑ ↓ trên tờ giấy: chọn ô. Phím cách: chọn tờ để in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dừng sau mỗi tờ để nạp phôi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In thử 1 tờ t&amp;rên giấy trắng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;In {n} tờ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có máy in trên máy tính này. Có thể xuất PDF.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>“{text}” không phải là số. Gõ lại; ô này chưa được lưu.</source>
        <translation>“{text}” is not a number. Type it again; this field is not stored.</translation>
    </message>
    <message>
        <source>Không có “{text}” trong danh sách. Chọn một dòng; ô này chưa được lưu.</source>
        <translation>“{text}” is not in the list. Choose a line; this field is not stored.</translation>
    </message>
    <message>
        <source>Không có ngày “{text}”. Gõ lại, ví dụ 05/03/1990 hoặc 1990; ô này chưa được lưu.</source>
        <translation>There is no date “{text}”. Type it again, for example 05/03/1990 or 1990; this field is not stored.</translation>
    </message>
    <message>
        <source>Chưa ghi {name}.</source>
        <translation>{name} is missing.</translation>
    </message>
</context>
<context>
    <name>GapsButton</name>
    <message>
        <source>Đủ để sử dụng</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Còn thiếu %n mục</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Xem những mục còn thiếu và tới chỗ điền</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GapsPanel</name>
    <message>
        <source>Vẫn lưu và làm tiếp được; các mục này cần trước khi dùng.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đóng danh sách còn thiếu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GatePost</name>
    <message>
        <source>Đưa vào phiên họp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đợt này chưa có phiên họp nào đang mở. Mở phiên họp mới và đưa {count} hồ sơ vào?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đưa vào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} hồ sơ chưa kiểm tra; Hội đồng sẽ thấy điều đó.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã đưa {count} hồ sơ vào phiên họp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sang Xét duyệt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chỉ đưa {count} hồ sơ đưa được</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xem từng hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TT {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{told} Và {more} mục nữa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}/{count}  {name}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hồ sơ tiếp theo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xem cả danh sách</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>GeneralTab</name>
    <message>
        <source>Danh sách đăng ký…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thông tin chung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phong trào</source>
        <translation type="unfinished">Movement</translation>
    </message>
    <message>
        <source>Văn bản kế hoạch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Căn cứ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phân công trách nhiệm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đường gửi hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giấy tờ trong hồ sơ khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đăng ký thi đua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bảng thi đua xếp hạng riêng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Khối, cụm thi đua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Văn bản hướng dẫn đến sau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phong trào này không kèm nội dung kế hoạch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa thông tin phong trào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa văn bản kế hoạch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa quy định đăng ký thi đua</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Grid</name>
    <message>
        <source>Danh sách</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Không có dòng nào khớp bộ lọc</source>
        <translation>No row matches the filters</translation>
    </message>
    <message>
        <source>Xóa lọc</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>Dán {all} dòng: {old} dòng vào hàng có sẵn, thêm {new} dòng mới.</source>
        <translation>Pasted {all} rows: {old} into rows that were there, {new} new ones.</translation>
    </message>
    <message>
        <source>{count} dòng cuối không còn chỗ nên chưa dán.</source>
        <translation>The last {count} rows had no room and were not pasted.</translation>
    </message>
    <message>
        <source>{count} ô chỉ để xem nên không đổi.</source>
        <translation>{count} cells are read-only and were left as they are.</translation>
    </message>
</context>
<context>
    <name>GridBar</name>
    <message>
        <source>Cột</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Tất cả</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Xóa lọc</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>Có lỗi</source>
        <translation>With errors</translation>
    </message>
    <message>
        <source>(Trống)</source>
        <translation>(Empty)</translation>
    </message>
    <message numerus="yes">
        <source>%n giá trị</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GridFilters</name>
    <message>
        <source>Không thấy “{text}” trong danh sách.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đang lọc: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GridFoot</name>
    <message>
        <source>Đang hiện &lt;b&gt;{shown}&lt;/b&gt;/{all}</source>
        <translation>Showing &lt;b&gt;{shown}&lt;/b&gt;/{all}</translation>
    </message>
    <message>
        <source>chọn &lt;b&gt;{count}&lt;/b&gt;</source>
        <translation>chosen &lt;b&gt;{count}&lt;/b&gt;</translation>
    </message>
</context>
<context>
    <name>GroupEditor</name>
    <message>
        <source>Nhóm đối tượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mức được xét khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ai chấm điểm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Khi bằng điểm, xét lần lượt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhóm phải có ít nhất một loại đối tượng.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loại đơn vị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa nhóm đối tượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mức xét khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chọn hình thức khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hình thức</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Từ điểm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không liệt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phải đạt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Một trong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Câu trong kế hoạch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nghĩa là</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Điểm tiêu chí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Điểm nhóm tiêu chí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số đo của tiêu chí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số lần đã khen trước đây</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quy mô đơn vị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hội đồng bỏ phiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nhiều hơn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ít hơn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quy tắc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So sánh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiêu chí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hơn là</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>người chấm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hội đồng chấm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ai chấm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Được tính</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupList</name>
    <message>
        <source>Đối tượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm nhóm đối tượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhóm đối tượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {count} tiêu chí</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandEntry</name>
    <message>
        <source>Loại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tỉnh, thành phố</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đơn vị nhập tay không có mã; vẫn làm được mọi việc.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadPane</name>
    <message>
        <source>Quyết định</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Mẫu giấy khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Máy in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In cả khung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In trên phôi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có máy in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã căn chỉnh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa căn chỉnh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dự thảo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} (dự thảo)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message>
        <source>Quay lại Giới thiệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trợ giúp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Hướng dẫn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giới thiệu</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Phím tắt</source>
        <translation>Shortcuts</translation>
    </message>
    <message>
        <source>{n} chỗ · Enter: chỗ kế tiếp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không thấy. Thử bỏ bớt từ.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>Hạn nhận hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ngày cuối cùng nhận danh sách của đơn vị.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ngày trao giấy khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Các mốc gợi ý được tính lùi từ ngày này.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biết đến đâu ghi đến đó: ngày, tháng hoặc quý. Có ngày trao thì phần mềm gợi ý các mốc còn lại.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cần làm ngay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sắp tới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã xong ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không có việc nào.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Việc cần làm</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>Mốc thời gian lấy từ kế hoạch, đơn vị đặt và gợi ý của phần mềm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa mốc thời gian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hôm nay {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{round}: năm của đợt này đã qua.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở đợt {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có phong trào nào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bắt đầu từ một mẫu có sẵn, sau đó sửa theo kế hoạch của xã.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tạo từ mẫu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xem dữ liệu mẫu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đặt mốc thời gian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã mở đợt {year}. Chọn đợt ở phía trên.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở đợt mới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đề nghị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đủ điều kiện</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tối đa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số lượng khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kế hoạch không nêu số lượng, chưa có đề nghị nào.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quyết định gần đây</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có quyết định nào.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chỉ tiêu có nguy cơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cập nhật chỉ tiêu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Information</name>
    <message>
        <source>Ghi chú</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi chú cho Hội đồng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Họ và tên, hoặc tên tập thể</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danh xưng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Năm sinh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CCCD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhóm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhóm đối tượng quyết định tiêu chí nào áp dụng.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thành tích</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tóm tắt thành tích, in vào tờ trình và quyết định.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chức vụ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Hình thức</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Từ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thời gian lập thành tích</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đến</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Điện thoại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đa số nữ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tập thể có trên 50% là nữ được xét trước khi bằng phiếu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tên in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Để trống thì in danh xưng và họ tên như trên.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tên</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntakeScreen</name>
    <message>
        <source>Xuất các dòng có vấn đề</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dòng cần sửa.xlsx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ngày sinh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chức vụ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Thành tích</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dòng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vấn đề</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CÁC DÒNG CẦN SỬA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã xuất {count} dòng vào {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bỏ qua cột này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} tên sửa cách viết hoa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} phần trong ngoặc đưa sang ghi chú</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} ô kiểu số đổi thành ngày</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} năm hai chữ số hiểu là 19xx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} ngày không có thật</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} ô không đọc được</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} số được thêm số 0 ở đầu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} số có thể mất số 0 đầu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} dòng lấy theo dòng nhóm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} dòng chưa tách được</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} ô đọc từ phông cũ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} ô chưa chắc phông</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} ô giữ nguyên chữ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} ô sửa chữ bị vỡ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trùng cột</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bỏ qua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chắc chắn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xem lại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cột</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Tiêu đề trong tệp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(không có tiêu đề)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cột đang bị ẩn trong Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ví dụ trong tệp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghép với</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhận dạng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Khi nhập</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Điện thoại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tóm tắt thành tích</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem} (và {more} điều nữa)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã có trong đợt này (TT {number}), khác ở {changes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bỏ dòng này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cập nhật</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm mới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhập cả hai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chỉ giữ năm {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm số 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dùng {value} cho {count} dòng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dùng {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đúng, {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Để trống năm sinh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Để nguyên cả {count} dòng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Để nguyên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số CCCD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vấn đề và cách sửa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Có vấn đề</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sẵn sàng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cần xem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa nhập được</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã có</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhập từ Excel</source>
        <translation>Import from Excel</translation>
    </message>
    <message>
        <source>Chọn tệp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghép cột</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa dòng có vấn đề</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhập</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hủy nhậ&amp;p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xuất các dòng có &amp;vấn đề…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quay lại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;iếp tục</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã hủy nhập. Dữ liệu không thay đổi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chọn danh sách</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dùng cách ghép cột của lần trước.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thử lại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chọn tệp khác</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã nhập {count} hồ sơ: {new} mới, {changed} cập nhật.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không có hồ sơ nào mới hay thay đổi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} dòng để lại trong “Dòng chờ sửa”, không mất.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} dòng đã có hoặc bỏ qua.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bản gốc của tệp được giữ cạnh tệp dữ liệu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Còn {count} tệp đã chọn chưa nhập.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa ghi gì vào dữ liệu cho đến bước 4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Nhập {count} dòng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} dòng chưa nhập được sẽ nằm ở “Dòng chờ sửa”, không mất.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mọi dòng đều đã có hoặc bỏ qua.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giữ nguyên chữ trong tệp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đổi cả các ô này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Để nguyên các ô này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đọc theo Unicode</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntakeState</name>
    <message>
        <source>Dòng chờ sửa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đọc {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa dòng trong danh sách</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhập {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Issuing</name>
    <message>
        <source>Ban hành quyết định</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kiểm tra lại trước khi ban hành</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sau khi ban hành, danh sách khóa lại. Mở lại phải ghi lý do và được lưu vết.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ban hành và vào sổ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã ban hành quyết định {number}; {count} đối tượng đã vào sổ khen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa ban hành được: còn {count} mục</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa ban hành gì, chưa vào sổ. Bấm vào từng mục để sửa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xét duyệt</source>
        <translation>Council</translation>
    </message>
    <message>
        <source>Số quyết định</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ngày quyết định</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Người ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lý do vượt số lượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danh sách</source>
        <translation>List</translation>
    </message>
    <message>
        <source>&amp;Mở lại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở lại quyết định {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số quyết định giữ nguyên, các dòng rút khỏi sổ cho đến khi ban hành lại. Ghi lý do; lý do được lưu vết.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở lại quyết định</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số, ngày</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Được khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiền thưởng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vào sổ khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vượt số lượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cần xem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sum} đồng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>số {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>số {first} đến {last}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Dừng và đóng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Việc đang làm chưa xong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{work}” đang chạy. Đóng bây giờ thì việc này dừng lại và không ghi gì vào dữ liệu.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LetterheadPage</name>
    <message>
        <source>Phần đầu văn bản</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa bên trái, xem ngay bên phải.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xem thử với</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm người ký thứ hai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cơ quan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Địa danh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bộ phận trình</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ký hiệu tờ trình</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trưởng phòng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thể thức ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NĐ 30/2020, Phụ lục I</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cỡ chữ, vị trí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Họ và tên người ký thứ hai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bỏ người ký thứ hai</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LetterheadView</name>
    <message>
        <source>Xem trước trang văn bản</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListEditor</name>
    <message>
        <source>Thêm dòng</source>
        <translation type="unfinished">Add a row</translation>
    </message>
    <message>
        <source>Đưa lên trên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đưa xuống dưới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bỏ dòng đang chọn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đổi thứ tự {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bỏ {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nguồn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Chưa có hồ sơ trong đợt này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm hoặc nhập hồ sơ ở phần Hồ sơ đề nghị.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở Hồ sơ đề nghị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đưa vào phiên họp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rút khỏi phiên họp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trong danh sách xét</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {count} chưa đưa được</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa đưa vào phiên họp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đưa hồ sơ đưa được</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đưa cả {count} hồ sơ đưa được</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đưa hồ sơ vào phiên họp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã đưa {count} hồ sơ vào phiên họp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TT {ordinal}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chỉ đưa {count} hồ sơ đưa được</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rút hồ sơ khỏi phiên họp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã rút {count} hồ sơ khỏi phiên họp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Các phong trào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở phong trào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có phong trào nào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bắt đầu từ mẫu có sẵn, sau đó sửa theo kế hoạch của xã; hoặc bắt đầu từ trống.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tạo từ mẫu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tạo phong trào trống</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Locking</name>
    <message>
        <source>Chốt kết quả</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kiểm tra lại trước khi chốt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chốt xong danh sách khóa lại; mở lại phải ghi lý do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Chốt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã chốt kết quả phiên họp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi lý do vượt…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa chốt được kết quả: {count} mục</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số phiếu đã nhập được giữ nguyên. Bấm vào từng mục để sửa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thành phần</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danh sách xét</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kết quả phiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mở lại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở lại kết quả đã chốt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi lý do; lý do được giữ trong nhật ký.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở lại kết quả phiên họp</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookPart</name>
    <message>
        <source>Giao diện</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Áp dụng cho máy này, không nằm trong tệp dữ liệu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cỡ chữ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points} (thường)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>ĐANG DÙNG DỮ LIỆU MẪU — không in, không gửi đi.</source>
        <translation>SAMPLE DATA — do not print, do not send.</translation>
    </message>
    <message>
        <source>Thoát dữ liệu mẫu</source>
        <translation>Leave the sample</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Làm lại</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Đã hoàn tác: {what}</source>
        <translation>Undone: {what}</translation>
    </message>
    <message>
        <source>Đã làm lại: {what}</source>
        <translation>Redone: {what}</translation>
    </message>
    <message>
        <source>Trong danh sách</source>
        <translation>In lists</translation>
    </message>
    <message>
        <source>Dữ liệu: {path}</source>
        <translation>Data: {path}</translation>
    </message>
    <message>
        <source>Sao lưu</source>
        <translation>Back up</translation>
    </message>
    <message>
        <source>Đã sao lưu vào {name}.</source>
        <translation>Backed up to {name}.</translation>
    </message>
</context>
<context>
    <name>ManyPanel</name>
    <message>
        <source>Đăng ký cho tất cả đơn vị thuộc loại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mọi đơn vị đều đã đăng ký.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đóng, không thêm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hôm nay</source>
        <translation type="unfinished">today</translation>
    </message>
    <message>
        <source>Ngày đăng ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ngày đăng ký của các đơn vị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lấy chỉ tiêu của kế hoạch làm cam kết</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm đơn vị</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Thêm %n đơn vị</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MappingPage</name>
    <message>
        <source>Cột trong tệp và nội dung của cột</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Các dòng đầu sau khi ghép</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cột nào là gì?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xem trước</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>các dòng đầu sau khi ghép</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trang tính</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dòng tiêu đề</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} dòng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bảng mã {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tất cả {count} trang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>không có</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã nhận ra {known}/{count} cột</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cột cần xem lại</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MembersPage</name>
    <message>
        <source>Có mặt đủ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ngày họp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bắt đầu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kết thúc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi khi họp xong; để trống thì biên bản chừa chỗ ghi tay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Địa điểm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hình thức</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bỏ phiếu kín</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biểu quyết</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tổ kiểm phiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mỗi người một dòng: tổ trưởng, thư ký, rồi tổ viên.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mỗi người một dòng, tổ trưởng trước</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phiên họp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ họ tên để thêm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có thành viên Hội đồng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ từng người, hoặc dán từ Excel: họ tên, vai trò, điểm danh, chức vụ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm thành viên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa điểm danh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Có mặt {present}/{members}, cần {need}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Có mặt {present}/{members}, đủ số để họp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa phiên họp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Điểm danh phiên họp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kết quả đã chốt. Mở lại phiên họp rồi sửa thành phần.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa thành viên Hội đồng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xóa thành viên Hội đồng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã xóa {count} thành viên.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Tệp</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Sửa</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>&amp;Xem</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>&amp;Hồ sơ</source>
        <translation>&amp;Dossier</translation>
    </message>
    <message>
        <source>&amp;Công cụ</source>
        <translation>&amp;Tools</translation>
    </message>
    <message>
        <source>Trợ &amp;giúp</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Hoàn tác</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>&amp;Làm lại</source>
        <translation>&amp;Redo</translation>
    </message>
    <message>
        <source>Tạo tệp dữ liệu &amp;mới…</source>
        <translation>&amp;New data file…</translation>
    </message>
    <message>
        <source>Mở &amp;tệp dữ liệu…</source>
        <translation>&amp;Open data file…</translation>
    </message>
    <message>
        <source>&amp;Lưu ô đang gõ</source>
        <translation>&amp;Store the open cell</translation>
    </message>
    <message>
        <source>T&amp;hoát</source>
        <translation>E&amp;xit</translation>
    </message>
    <message>
        <source>&amp;Tìm trong danh sách</source>
        <translation>&amp;Find in list</translation>
    </message>
    <message>
        <source>Tìm &amp;mọi thứ…</source>
        <translation>Find &amp;anything…</translation>
    </message>
    <message>
        <source>&amp;Bảng chi tiết</source>
        <translation>&amp;Detail panel</translation>
    </message>
    <message>
        <source>Sang &amp;khung kế</source>
        <translation>&amp;Next pane</translation>
    </message>
    <message>
        <source>Về khung t&amp;rước</source>
        <translation>&amp;Previous pane</translation>
    </message>
    <message>
        <source>&amp;Kiểm tra lại</source>
        <translation>&amp;Check again</translation>
    </message>
    <message>
        <source>Thử gõ tiếng &amp;Việt…</source>
        <translation>Try &amp;Vietnamese typing…</translation>
    </message>
    <message>
        <source>&amp;Phím tắt</source>
        <translation>&amp;Shortcuts</translation>
    </message>
    <message>
        <source>Mở &amp;dữ liệu mẫu</source>
        <translation>Open the s&amp;ample</translation>
    </message>
    <message>
        <source>&amp;Giới thiệu</source>
        <translation>&amp;About</translation>
    </message>
</context>
<context>
    <name>MessageWindow</name>
    <message>
        <source>Chi tiết kỹ thuật</source>
        <translation>Technical details</translation>
    </message>
    <message>
        <source>Sao chép</source>
        <translation>Copy</translation>
    </message>
</context>
<context>
    <name>MinutesPage</name>
    <message>
        <source>Kết thúc lúc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diễn biến cuộc họp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ý kiến chủ tọa, phần trình bày của thư ký, thảo luận của thành viên…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mỗi dòng thành một đoạn trong biên bản.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phiếu bầu…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tạo hai biên bản…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nội dung biên bản</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hội đồng đề nghị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biên bản kiểm phiếu và biên bản họp mở được bằng Word; sửa tay thì phần mềm không ghi đè.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kết quả chưa chốt: biên bản tạo bây giờ có chữ DỰ THẢO.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không có ai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lý do vượt số lượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa phiên họp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chọn thư mục để ghi văn bản</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tạo văn bản của phiên họp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã tạo {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Bản đã sửa tay được giữ nguyên, bản mới ghi tên khác.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở thư mục</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoneyPart</name>
    <message>
        <source>Tiền thưởng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiền thưởng bằng hệ số nhân lương cơ sở, làm tròn hàng chục nghìn đồng. Lời văn của quy định có hai cách hiểu; cơ quan chọn một.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Làm tròn đến hàng chục nghìn gần nhất</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Luôn làm tròn lên hàng chục nghìn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quyết định đã ban hành giữ số tiền đã ghi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đổi cách làm tròn tiền thưởng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã đổi cách làm tròn.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MovementPage</name>
    <message>
        <source>Phong trào</source>
        <translation>Movement</translation>
    </message>
    <message>
        <source>Chọn một mẫu để bắt đầu; tiêu chí, chỉ tiêu, mốc sửa được sau.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Năm của đợt khen đầu tiên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số lượng khen do xã quyết định</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Các mẫu phong trào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” không phải một năm. Gõ bốn chữ số, ví dụ 2026.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MovementsScreen</name>
    <message>
        <source>Phong trào, tiêu chí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Các phần của phong trào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm phong trào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã thêm phong trào.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã xóa phong trào {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xóa phong trào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xuất gói phong trào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gói phong trào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã xuất gói phong trào vào {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewPage</name>
    <message>
        <source>Từ mẫu có sẵn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Từ phong trào đã có</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bắt đầu từ trống</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Năm của đợt khen đầu tiên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tạo phong trào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhập gói từ tệp…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mẫu phong trào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nội dung giữ nguyên như mẫu. Mẫu của xã khác thì phần đầu văn bản và người ký thay bằng của đơn vị, số và ngày để trống; tên riêng còn lại xem bằng Rà soát văn bản.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phong trào của đơn vị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tên phong trào mới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dời thời gian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>năm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thời gian, mốc và chỉ tiêu theo năm được dời đi chừng ấy năm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chép cả nhóm, tiêu chí, chỉ tiêu, mốc, số lượng khen và lời văn. Số, ngày ban hành để trống; hồ sơ và kết quả của phong trào cũ không chép theo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tên phong trào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tên gọn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không quá 40 chữ, hiện trên thanh chọn phong trào.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Có sẵn các điều kiện theo quy định, hai nhóm đối tượng và một đợt khen hằng năm; mọi thứ khác do cơ quan đặt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” không phải một năm. Gõ bốn chữ số, ví dụ 2027.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chọn gói phong trào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gói phong trào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhập thành bản sao</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phong trào đã có</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhập gói phong trào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm phong trào</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NodeEditor</name>
    <message>
        <source>Tiêu chí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Khoảng trống giữa các bậc được 0 điểm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhóm tiêu chí</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NominationDesk</name>
    <message>
        <source>Sửa hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đánh dấu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi nội dung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nội dung của tiêu chí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi ngắn gọn việc đã làm: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi nội dung tiêu chí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gắn tệp minh chứng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gắn tệp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã gỡ tệp {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gỡ tệp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lưu bản sao</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã lưu bản sao vào {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chấp nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chấp nhận ngoại lệ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi lý do đưa {name} ra Hội đồng dù chưa đủ điều kiện.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đánh dấu không trùng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kỷ luật</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thanh tra, kiểm tra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Khiếu nại, tố cáo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi vướng mắc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} đang vướng việc gì?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Văn bản ghi việc này (số, ngày, nơi gửi)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiếp tục</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi kết luận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Văn bản kết luận (số, nơi ban hành)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ngày kết thúc, ví dụ 05/03/2026</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NominationsScreen</name>
    <message>
        <source>TT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Họ và tên / Tập thể</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kiểm tra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chức vụ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Hình thức</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Năm sinh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thành tích</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhóm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nơi đề nghị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đối tượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giai đoạn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đủ điều kiện</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không đủ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cần xem lại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa kiểm tra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ngoại lệ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đợt này chưa đặt hạn nhận hồ sơ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{date}, đã qua {days} ngày.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{date}, là hôm nay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{date}, còn {days} ngày.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có hồ sơ trong đợt này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kéo tệp Excel của đơn vị vào đây, dán từ Excel (Ctrl+V), hoặc gõ từng hồ sơ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danh sách của đơn vị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tệp .xlsx, .xls, .csv với cột xếp theo thứ tự nào cũng được.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hạn nhận hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dán từ Excel hoặc Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chép các dòng, bấm vào bảng rồi Ctrl+V. Cả lần dán hoàn tác được một bước.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xuất danh sách</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danh sách đề nghị.xlsx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã xuất {count} dòng vào {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hồ sơ đề nghị</source>
        <translation>Nominations</translation>
    </message>
    <message>
        <source>Danh sách hồ sơ đề nghị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ tên để thêm dòng mới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chế độ xem: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chế độ xem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ một hồ sơ mới ở cuối bảng (Ctrl+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không có {names} trong danh sách chọn nên ô đó giữ nguyên.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa {count} ô trong hồ sơ đề nghị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm {count} hồ sơ đề nghị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Đã xóa {count} hồ sơ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xóa hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đến</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đến số thứ tự</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số thứ tự (TT)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không có TT {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thả tệp để nhập danh sách này vào đợt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tất cả</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Thiếu giấy tờ, tiêu chí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tập thể</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cá nhân</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hộ gia đình</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theo đơn vị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có đơn vị</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Mở lại quyết định…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xem kết quả phiên họp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiền thưởng của {count} dòng cần kiểm tra; trỏ vào số tiền để xem vì sao.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ban hành ngày {day}, danh sách đã khóa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã mở lại: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danh sách lấy từ kết quả Hội đồng ngày {day}, đã chốt. Thứ tự: tập thể trước, cá nhân sau.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danh sách lấy từ kết quả Hội đồng ngày {day}, chưa chốt lại.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfficePart</name>
    <message>
        <source>Đơn vị của tôi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Văn bản làm từ nay ghi theo phần này; văn bản và sổ khen đã có giữ nguyên.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Địa danh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đứng trước ngày tháng của văn bản. Ví dụ: Cao Minh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Khu dân cư gọi là</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cơ quan chủ quản</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dòng trên tên cơ quan. Ủy ban nhân dân xã, phường, đặc khu thường để trống.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bộ phận trình</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ký hiệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ký hiệu của tờ trình: TTr-VHXH.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nơi nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Để trống: phần mềm ghi theo mẫu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mỗi nơi một dòng. Ví dụ: Lưu: VT, VHXH.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mã {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mục này không để trống được. Giá trị cũ được giữ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa thông tin đơn vị</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Đoạn văn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phạm vi, đối tượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thời gian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giai đoạn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chỉ tiêu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiêu chí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hình thức khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số lượng khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đăng ký thi đua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mốc thời gian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phân công thực hiện</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>không đánh dấu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gạch đầu dòng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a), b), c)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1., 2., 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chương</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ tên chương mới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tên chương</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số mục</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mục</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ tên mục mới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tên mục</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In ra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đánh dấu đoạn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutlinePage</name>
    <message>
        <source>Các đoạn văn của mục, mỗi đoạn một dòng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lập bố cục thường dùng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kế hoạch chưa có chương nào: văn bản đang in theo bố cục thường dùng. Lập bố cục để sửa tên, thứ tự các chương và thêm đoạn văn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chương</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mục của chương</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa đoạn văn của mục</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lập bố cục kế hoạch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>Các đoạn của kế hoạch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Màn hình</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>Lệnh</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>Phong trào</source>
        <translation type="unfinished">Movement</translation>
    </message>
    <message>
        <source>Hồ sơ đề nghị</source>
        <translation>Nominations</translation>
    </message>
    <message>
        <source>Sổ khen thưởng</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Quyết định</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Dự thảo quyết định</source>
        <translation>Draft decision</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Tìm mọi thứ</source>
        <translation>Find anything</translation>
    </message>
    <message>
        <source>Tên người, đơn vị, số quyết định, màn hình, lệnh</source>
        <translation>Person, unit, decision number, screen, command</translation>
    </message>
    <message>
        <source>Không thấy “{text}”. Thử bỏ bớt từ hoặc gõ không dấu.</source>
        <translation>“{text}” was not found. Try fewer words, or no marks.</translation>
    </message>
</context>
<context>
    <name>PaperMaking</name>
    <message>
        <source>Chọn thư mục để ghi văn bản của quyết định này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tạo văn bản</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã tạo {names} trong thư mục “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Bản đã sửa tay được giữ nguyên, bản mới ghi tên khác.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperTile</name>
    <message>
        <source>Mở</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tạo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tạo {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperTiles</name>
    <message>
        <source>Chi tiền thưởng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dự thảo quyết định</source>
        <translation>Draft decision</translation>
    </message>
    <message>
        <source>Sổ khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã tạo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã cũ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã sửa tay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa tạo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở thư mục văn bản</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đổi thư mục…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thư mục văn bản</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thư mục văn bản: {folder}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PastAwards</name>
    <message>
        <source>Lịch sử khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lịch sử khen ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{award}, QĐ {number}, ngày {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có khen thưởng nào trong sổ.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Đã sửa tay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã sửa tay, dữ liệu đã đổi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã bỏ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đoạn thêm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gợi ý, cần xem</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanReview</name>
    <message>
        <source>Mức</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã xem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Điều cần xem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trong đoạn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa xem</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanStrip</name>
    <message>
        <source>Lấy theo đơn vị của tôi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thay cơ quan ban hành, địa danh và người ký bằng của đơn vị; xóa số và ngày.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi đã ban hành</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thay bằng kế hoạch mới…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi số và ngày ký ở dưới trước.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số {number}, ngày {day}: ngày này chưa đến, xem lại ngày ký.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số {number}, ngày {day}. Sửa lớn thì ban hành kế hoạch thay thế.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thay kế hoạch số {number} ngày {day}; quy định cũ còn áp dụng đến ngày ký.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Văn thư cấp số thì ghi số, ngày ở dưới rồi bấm nút bên phải.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lấy phần đầu văn bản theo đơn vị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã lấy phần đầu văn bản theo đơn vị.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ban hành kế hoạch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã ghi kế hoạch số {number} là đã ban hành.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thay kế hoạch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã mở dự thảo thay thế. Quy định cũ áp dụng đến ngày ký kế hoạch mới.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanTimeline</name>
    <message>
        <source>Đường thời gian của phong trào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đến {event}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hôm nay {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tháng {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quý {n}/{year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giai đoạn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cao điểm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dịp khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mốc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, chưa rõ lúc kết thúc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (gợi ý)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Press</name>
    <message>
        <source>Ghi sổ in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Chưa ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhập</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không nhập</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gói số {seq} của {sender}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lập {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gửi {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phần mềm chưa xác nhận được ai gửi gói này. Hãy gọi hỏi nếu thấy khác lạ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tệp này đã nhập lúc {at}. Không có gì thay đổi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đồng ý rút {n} mục theo đơn vị gửi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} mục: {counts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhập {n} mục</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhập gói dữ liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã nhập gói số {seq} của {sender}: {counts}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Tờ trước</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tờ sau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nền</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ô chữ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thước</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vừa trang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cỡ xem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tờ {n}/{total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phôi</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintDesk</name>
    <message>
        <source>Máy in này chưa căn chỉnh. Nên in thử trên giấy trắng, đặt chồng lên phôi và soi trước đèn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vẫn in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kiểm tra trước khi in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} giấy khen đã in trước đó. Vì sao in lại?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In lại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In lại giấy khen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Dừng</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Đang dừng…</source>
        <translation>Stopping…</translation>
    </message>
</context>
<context>
    <name>PromisesCard</name>
    <message>
        <source>Cam kết của {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Hàng chờ in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueuePane</name>
    <message>
        <source>Hàng chờ in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tờ này bị hỏng…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chọn tất cả</source>
        <translation>Tick all</translation>
    </message>
    <message>
        <source>Bỏ chọn</source>
        <translation>Untick</translation>
    </message>
    <message>
        <source>{chosen}/{total} tờ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} tờ sẽ in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} đã in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hỏng trong đợt {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Quota</name>
    <message>
        <source>{count} chọn</source>
        <translation>{count} chosen</translation>
    </message>
    <message>
        <source>{proposed} đề nghị · {eligible} đủ điều kiện</source>
        <translation>{proposed} proposed · {eligible} eligible</translation>
    </message>
    <message>
        <source>kế hoạch không nêu số lượng</source>
        <translation>no number in the plan</translation>
    </message>
    <message>
        <source>tối đa {count}</source>
        <translation>at most {count}</translation>
    </message>
    <message>
        <source>{proposed} đề nghị · {eligible} đủ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vượt {count}. Bỏ bớt, hoặc ghi lý do vượt.</source>
        <translation>{count} too many. Leave some out, or give a reason.</translation>
    </message>
    <message>
        <source>Còn {count}</source>
        <translation>{count} left</translation>
    </message>
</context>
<context>
    <name>QuotaCell</name>
    <message>
        <source>Tỷ lệ phải lớn hơn 0 và không quá 100%. Số cũ được giữ nguyên.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số thấp nhất đang lớn hơn số tối đa. Sửa số kia trước. Số cũ được giữ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tối đa một số</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Từ … đến …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theo tỷ lệ %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dùng chung nhiều loại đối tượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không khen ở mục này (ghi 0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kế hoạch ghi không giới hạn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do đơn vị quy định</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kế hoạch không nêu số lượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>số được đề nghị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>số đã đăng ký thi đua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>số đơn vị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>số lao động, cán bộ, công chức</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>số hộ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>số tự ghi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>làm tròn xuống</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>làm tròn gần nhất</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>làm tròn lên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mỗi khối, cụm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mỗi đơn vị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mỗi nơi giới thiệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kế hoạch nêu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tỷ lệ %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Từ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tối đa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tính trên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số gốc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phần lẻ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ít nhất cũng được 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Áp dụng cho</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Để trống: chung cho cả đợt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loại đơn vị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhiều loại cách nhau bằng dấu ;. Để trống: mọi đơn vị.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Riêng khối, cụm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Riêng nhóm đối tượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Riêng bảng thi đua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Câu trong kế hoạch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mục</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kế hoạch, mục IV.4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Văn bản bổ sung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số của văn bản hướng dẫn nêu con số này sau kế hoạch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Áp dụng từ ngày</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cộng thêm vào số của kế hoạch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuotaMatrix</name>
    <message>
        <source>xã quyết định</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tỉnh quyết định, số chung toàn tỉnh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cấp Nhà nước quyết định</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hình thức và dịp khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mục</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã dùng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số lượng tối đa</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuotaStrip</name>
    <message>
        <source>+{count} loại khác</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuotaTable</name>
    <message>
        <source>Số lượng khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Để trống: kế hoạch không nêu số lượng, không giới hạn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” không phải một số. Số cũ được giữ.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuotasTab</name>
    <message>
        <source>Số lượng khen theo dịp và đối tượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kế hoạch chưa nêu hình thức khen nào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm hình thức khen, rồi gõ số lượng vào ô.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bỏ dòng này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>không nêu: kế hoạch không giới hạn  ·  0: không khen  ·  —: không áp dụng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm dịp khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm hình thức khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa số lượng khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không hiểu số lượng “{text}”. Gõ một số, ví dụ 5, 3-5 hoặc 10%; cách khác thì chọn ở khung bên phải. Số cũ được giữ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mọi dịp khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Khen thưởng năm nào?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” không phải một năm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bỏ dòng số lượng khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã bỏ {count} dòng.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>{title}, {count} việc cần sửa</source>
        <translation>{title}, {count} things to mend</translation>
    </message>
    <message>
        <source>Các màn hình</source>
        <translation>Screens</translation>
    </message>
    <message>
        <source>Cài đặt và trợ giúp</source>
        <translation>Settings and help</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Nội dung hướng dẫn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordCard</name>
    <message>
        <source>Ngày trao</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chọn nhiều dòng để ghi ngày trao cho tất cả.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Người nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Người được khen, hoặc người nhận thay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã chọn {count} lượt khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi ngày trao, người nhận cho tất cả các dòng đã chọn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa chọn dòng nào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chọn một lượt khen để xem và ghi việc trao, đính chính.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{award} · Quyết định {number} ngày {day} · {money} đồng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi việc trao thưởng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ghi đính chính</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đính chính {ordinal} · {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi rõ sai ở đâu, sửa thành gì, theo văn bản nào. Dòng trong sổ giữ nguyên, phần đính chính ghi bên cạnh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đính chính khen thưởng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã ghi đính chính.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Thu hồi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thu hồi khen thưởng {ordinal} · {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi số, ngày quyết định thu hồi và lý do (NĐ 152/2025, Điều 58). Dòng vẫn ở trong sổ, số vào sổ không dùng lại.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thu hồi khen thưởng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã ghi thu hồi.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegisterColumns</name>
    <message>
        <source>Số vào sổ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Họ và tên / Tập thể</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thành tích</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hình thức</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quyết định</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Ngày trao</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Năm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loại đối tượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phong trào</source>
        <translation>Movement</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>Sổ khen thưởng</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Tên, số quyết định</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sổ chỉ xem. Sửa sai bằng đính chính, không ghi đè.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số vào sổ không dùng lại, kể cả khi thu hồi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở Quyết định</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sổ khen còn trống</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Khen thưởng sẽ tự vào sổ khi ban hành quyết định.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xuất sổ khen thưởng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sổ khen thưởng.xlsx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã xuất {count} lượt khen vào {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Registrations</name>
    <message>
        <source>Thiếu chữ ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đơn vị, cá nhân đăng ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thuộc đơn vị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Năm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ngày đăng ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nội dung đăng ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cam kết</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đối tượng ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xã ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã đăng ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trễ hạn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa đăng ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cam kết</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ cam kết mới hoặc chọn chỉ tiêu của kế hoạch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nội dung cam kết</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mức cam kết</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theo chỉ tiêu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>của kế hoạch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xuất danh sách đăng ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danh sách đăng ký thi đua.xlsx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DANH SÁCH ĐĂNG KÝ THI ĐUA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã xuất {count} dòng vào {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In danh sách đăng ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danh sách đăng ký thi đua.docx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã ghi danh sách vào {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In bản đăng ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bản đăng ký thi đua.docx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã ghi {count} bản đăng ký vào {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegistrationsPage</name>
    <message>
        <source>Danh sách đăng ký thi đua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ hoặc dán tên đơn vị, cá nhân đăng ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có đăng ký thi đua nào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ tên, dán danh sách từ Excel, hoặc thêm nhiều đơn vị cùng lúc.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ tên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In, xuất</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Về Thông tin chung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Năm đăng ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đăng ký thi đua, giao ước</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Năm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kế hoạch không quy định đăng ký thi đua; vẫn ghi được danh sách.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ai đăng ký: {kinds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hạn: {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phải đăng ký đúng hạn mới được khen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ký giao ước hai bên.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm đăng ký thi đua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa đăng ký thi đua</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n đối tượng đã có trong danh sách, giữ một dòng.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Đã ghi %n đăng ký mới.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Đã ghi chữ ký hai bên cho %n bản đăng ký.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Ghi đã ký đăng ký thi đua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dòng này chưa có đăng ký nên không có gì để xóa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Đã xóa %n đăng ký.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Xóa đăng ký thi đua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lấy chỉ tiêu làm cam kết</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm đăng ký của nhiều đơn vị</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Đã ghi đăng ký của %n đơn vị.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Tiến độ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dừng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X&amp;em hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sử&amp;a dòng chờ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhập tệ&amp;p khác</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đang nhập {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cả danh sách được ghi cùng một lúc; dừng thì không dòng nào được ghi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tệ&amp;p tiếp theo: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultPanel</name>
    <message>
        <source>Kết quả tạm tính</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kết quả theo từng nhóm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kết quả đã chốt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã khóa; mở lại phải ghi lý do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chốt xong danh sách khóa lại; mở lại phải ghi lý do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đạt &lt;b&gt;{passed}&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chọn &lt;b&gt;{count}&lt;/b&gt;</source>
        <translation>chosen &lt;b&gt;{count}&lt;/b&gt;</translation>
    </message>
    <message>
        <source> Phiên trước đã chọn {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vượt {count}, đã ghi lý do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vượt {count}. Chọn người có tỷ lệ cao hơn, hoặc ghi lý do vượt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vượt {count}. Chọn tỷ lệ cao hơn, hoặc ghi lý do vượt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vừa đủ số lượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Còn {count}</source>
        <translation>{count} left</translation>
    </message>
    <message>
        <source>người</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chọn {count} {what} cao nhất</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tự chọn…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi lý do vượt…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chọn theo tỷ lệ cao nhất</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ghi lý do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lý do vượt số lượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lý do được in vào biên bản và tờ trình.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi lý do vượt số lượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã chọn {count} / {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dùng lựa chọn này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bỏ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tự chọn người được khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bằng tỷ lệ ở vị trí thứ {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nữ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tập thể nhiều nữ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bằng nhau thì ưu tiên {first}. Hội đồng có thể chọn khác.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bằng tỷ lệ thì xét thứ hạng theo điểm. Hội đồng có thể chọn khác.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chọn giữa người bằng tỷ lệ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Còn {count} dòng chưa khớp</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Kiểm tra lại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa tạo gì. Bấm Hoàn tất để tạo tệp dữ liệu của đơn vị.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Khu dân cư gọi là</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phần đầu văn bản</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Địa danh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Người ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bộ phận trình</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phong trào</source>
        <translation>Movement</translation>
    </message>
    <message>
        <source>Năm đầu tiên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số lượng khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tệp dữ liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tự sao lưu khi thoát</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vào thư mục {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Điều cần xem trong văn bản</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không thấy điều gì cần sửa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã soát tên địa phương, đánh số, ngày tháng, căn cứ, số lượng, thể thức.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã xem, để nguyên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bỏ đánh dấu đã xem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tới đoạn này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vì sao và nên làm gì</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Về kế hoạch này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tệp {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Căn cứ: {text}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewWindow</name>
    <message>
        <source>&amp;Hủy</source>
        <translation>&amp;Cancel</translation>
    </message>
</context>
<context>
    <name>RoundsEditor</name>
    <message>
        <source>Các đợt đã mở</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa mở đợt nào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở đợt để nhận hồ sơ đề nghị khen thưởng.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loại đợt khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Năm của đợt mới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở đợt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đợt mới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” không phải một năm. Gõ bốn chữ số, ví dụ 2027.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã mở đợt {name} {year}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa đợt khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã xóa {count} đợt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xóa đợt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowActions</name>
    <message>
        <source>Thêm hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Nhập từ Excel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Xuất danh sách ra Excel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đưa &amp;vào phiên họp…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa trong &amp;bảng chi tiết</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chấp nhận n&amp;goại lệ…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi &amp;kỷ luật, khiếu nại…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hồ sơ còn &amp;thiếu tiếp theo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đến &amp;số thứ tự…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xó&amp;a hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowsPage</name>
    <message>
        <source>Các dòng của danh sách</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F8: dòng có vấn đề tiếp theo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cách sửa…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bỏ dòng, hoặc lấy lại dòng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giữ nguyên chữ trong tệp, hoặc đọc lại theo Unicode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dòng có vấn đề tiếp theo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dòng trong tệp gốc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa nhập được</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cần xem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sẵn sàng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã có, không đổi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} dòng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} dòng, vẫn nhập được nếu để nguyên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dòng {number} trong tệp gốc</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScoreRow</name>
    <message>
        <source>Gắn tệp…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Văn bản công bố, ngày</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không tính vào điểm, cũng không tính vào tổng điểm tối đa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không áp dụng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đạt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không đạt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xếp loại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tử số</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mẫu số</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lần</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chỉ số</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>số đo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>điểm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tiêu chí liệt (dưới {points} điểm)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lưu bản sao…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gỡ tệp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fault} Ô này chưa được lưu.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Scores</name>
    <message>
        <source>Tự chấm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cụm, khối</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cán bộ xã</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hội đồng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bên ngoài</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chấm điểm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Người chấm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xem và nhập phiếu của người chấm nào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa chấm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} ({scorer})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Điểm được tính là của: {scorer}; chưa có phiếu này.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lệch: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chấm theo bộ tiêu chí mới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đạt ngưỡng khen: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa đạt ngưỡng khen: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ngưỡng khen: {words}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Screen</name>
    <message>
        <source>Đọc danh sách</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SectionEditor</name>
    <message>
        <source>Cộng các mục</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lấy mục cao nhất</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trung bình các mục</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phải đạt đủ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đạt ít nhất một mục</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đạt ít nhất số mục</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tên nhóm tiêu chí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cách gộp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số mục phải đạt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tối đa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Điểm cao nhất.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trừ tối đa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Điểm trừ trong nhóm này không quá số này.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Cài đặt</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Đơn vị của tôi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Người ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiền thưởng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cần kiểm tra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giao diện</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Các phần của Cài đặt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Phím tắt</source>
        <translation>Shortcuts</translation>
    </message>
    <message>
        <source>Đón&amp;g</source>
        <translation>&amp;Close</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Sửa ô</source>
        <translation>Edit the cell</translation>
    </message>
    <message>
        <source>Xuống dòng dưới · sang ô bên phải</source>
        <translation>Down · right</translation>
    </message>
    <message>
        <source>Trả lại giá trị cũ của ô</source>
        <translation>Restore the cell</translation>
    </message>
    <message>
        <source>Chép · dán khối ô (dùng được với Excel)</source>
        <translation>Copy · paste a block (works with Excel)</translation>
    </message>
    <message>
        <source>Điền xuống · điền sang phải</source>
        <translation>Fill down · fill right</translation>
    </message>
    <message>
        <source>Điền cả vùng chọn</source>
        <translation>Fill the selection</translation>
    </message>
    <message>
        <source>Ghi ngày hôm nay</source>
        <translation>Today&apos;s date</translation>
    </message>
    <message>
        <source>Xóa nội dung ô</source>
        <translation>Clear cells</translation>
    </message>
    <message>
        <source>Xóa dòng</source>
        <translation>Delete rows</translation>
    </message>
    <message>
        <source>Thêm dòng</source>
        <translation>Add a row</translation>
    </message>
    <message>
        <source>Mở danh sách hoặc lịch</source>
        <translation>Open list or calendar</translation>
    </message>
    <message>
        <source>Chọn cột · chọn dòng</source>
        <translation>Choose column · row</translation>
    </message>
    <message>
        <source>Tới kết quả tìm kế tiếp · trước đó</source>
        <translation>Next · previous hit</translation>
    </message>
    <message>
        <source>Tới cuối vùng dữ liệu</source>
        <translation>To the edge of the data</translation>
    </message>
</context>
<context>
    <name>SidePane</name>
    <message>
        <source>Ô đang chọn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sai số máy nạp giấy khoảng ±1 mm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Căn chỉnh máy in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tờ đang xem và căn chỉnh máy in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ô đang chọn: {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Máy không in được {mm} mm sát mép.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Máy in thường không in được 4 đến 6 mm sát mép.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignersPart</name>
    <message>
        <source>Người ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Người đầu tiên được đề xuất cho dự thảo mới; mỗi quyết định chọn lại được.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danh sách người ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ họ tên để thêm người ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đặt làm mặc định</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có người ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ họ tên người ký quyết định vào dòng đầu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa người ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm người ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã bỏ {count} người ký.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bỏ người ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đổi người ký mặc định</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceTag</name>
    <message>
        <source>Quy định</source>
        <translation>Law</translation>
    </message>
    <message>
        <source>Kế hoạch của xã</source>
        <translation>Commune&apos;s plan</translation>
    </message>
    <message>
        <source>Gợi ý</source>
        <translation>Suggestion</translation>
    </message>
</context>
<context>
    <name>SpanBar</name>
    <message>
        <source>Năm của số liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kỳ số liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kỳ đang xem. Số liệu gõ vào cột Thực hiện là của kỳ này.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cả năm</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Chưa có bản sao lưu</source>
        <translation>No backup yet</translation>
    </message>
    <message>
        <source>⚠ {count} ngày chưa sao lưu</source>
        <translation>⚠ no backup for {count} days</translation>
    </message>
    <message>
        <source>hôm nay</source>
        <translation>today</translation>
    </message>
    <message>
        <source>Sao lưu gần nhất: {day} {time}</source>
        <translation>Last backup: {day} {time}</translation>
    </message>
    <message>
        <source>Thay đổi được lưu ngay</source>
        <translation>Changes are stored at once</translation>
    </message>
    <message>
        <source>Sao lưu ngay</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>Đã lưu lúc {time}</source>
        <translation>Stored at {time}</translation>
    </message>
</context>
<context>
    <name>StepRail</name>
    <message>
        <source>Bước {number}/{count}: {name}</source>
        <translation>Step {number}/{count}: {name}</translation>
    </message>
    <message>
        <source>Thiết lập lần đầu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepsHeader</name>
    <message>
        <source>Bước {number}/{count}: {name}</source>
        <translation>Step {number}/{count}: {name}</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Đơn vị đã chọn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa chọn đơn vị.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cách gọi khu dân cư</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sẽ in trong văn bản</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>khác:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cách gọi khác</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>buôn, khu phố…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mã {code}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TargetEditor</name>
    <message>
        <source>≥ từ mức này trở lên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&gt; trên mức này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= đúng mức này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≤ không quá mức này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt; dưới mức này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không có số, chỉ có lời văn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cộng tử số, cộng mẫu số rồi chia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cộng số của các đơn vị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bình quân các đơn vị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lấy số mới nhất</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So sánh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mức phải đạt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0,75</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ 0,75 hoặc 80% hoặc 1.250 hộ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tính bằng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%, hộ, người, buổi…; chỉ số thì để trống.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kế hoạch ghi “phấn đấu”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số liệu của</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gộp số liệu các đơn vị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tử số</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mẫu số</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thuộc chỉ tiêu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhóm đối tượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thời hạn, như kế hoạch ghi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>năm 2026, trước 31/12/2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cấp trên giao</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nguồn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kế hoạch, mục III.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chỉ tiêu phải có nội dung.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ nội dung như kế hoạch ghi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mức của năm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ năm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Năm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mức</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa biết mức của năm này.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ mức phải đạt trước, rồi thêm từng năm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chỉ tiêu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mức từng năm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(không)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TargetFigures</name>
    <message>
        <source>Đơn vị</source>
        <translation type="unfinished">Unit</translation>
    </message>
    <message>
        <source>Kỳ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chưa có</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nguồn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T{month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cả năm</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TargetFiles</name>
    <message>
        <source>Nhập số liệu từ Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đang đọc tệp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đang lưu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” không có số liệu mới: {same} số đã có.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã nhập {new} số mới, sửa {changed} số; {same} số như cũ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xuất biểu nhập số liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In bảng chỉ tiêu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In biểu đồ chỉ tiêu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã xuất vào {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TargetWriting</name>
    <message>
        <source>Thêm chỉ tiêu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa chỉ tiêu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đổi thứ tự chỉ tiêu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhân bản chỉ tiêu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã bỏ {count} chỉ tiêu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bỏ chỉ tiêu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhập số liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã xóa {count} số liệu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xóa số liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đặt mức cảnh báo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đặt mức</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chỉ tiêu chưa đạt được coi là có nguy cơ từ bao nhiêu phần trăm mức phải đạt?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TargetsTab</name>
    <message>
        <source>Có nguy cơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không nêu mức</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số chung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Từng đơn vị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mã</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chỉ tiêu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dấu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mức</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đơn vị tính</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mức từng năm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số liệu của</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kỳ số liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thực hiện</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiến độ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kỳ {period}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gộp từ số liệu của các đơn vị.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tháng {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chỉ tiêu của phong trào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ nội dung chỉ tiêu mới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phong trào chưa có chỉ tiêu nào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ hoặc dán từng chỉ tiêu như kế hoạch ghi, ví dụ ≥ 0,75 hay trên 90%.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bảng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biểu đồ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In bảng và biểu đồ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cảnh báo từ {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mức cảnh báo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chỉ tiêu phải có nội dung.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muốn bỏ chỉ tiêu thì bấm Ctrl+Delete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không có “{text}” trong danh sách.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chọn một dòng trong danh sách.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chỉ tiêu mới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” không phải một tỷ lệ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ một số phần trăm, ví dụ 90%.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TelexPage</name>
    <message>
        <source>Thử gõ tiếng Việt</source>
        <translation>Try Vietnamese typing</translation>
    </message>
    <message>
        <source>Gõ thử “Nguyễn Thị Ước, Đặng Đức, quý, giữ” vào từng ô. Không ghi vào dữ liệu.</source>
        <translation>Type “Nguyễn Thị Ước, Đặng Đức, quý, giữ” into each field. Nothing is stored.</translation>
    </message>
    <message>
        <source>Một dòng</source>
        <translation>One line</translation>
    </message>
    <message>
        <source>Danh sách</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Danh sách, gõ tự do</source>
        <translation>List, free text</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Nhiều dòng</source>
        <translation>Several lines</translation>
    </message>
    <message>
        <source>Đón&amp;g</source>
        <translation>&amp;Close</translation>
    </message>
</context>
<context>
    <name>TextTab</name>
    <message>
        <source>Rà soát tệp khác…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở tệp Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lời văn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bố cục</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rà soát</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phong trào này chưa gắn với kế hoạch nào.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa xuất ra Word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tệp: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã sửa tay trong Word; xuất lại sẽ tạo tệp mới.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dữ liệu đã đổi sau khi xuất.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} đoạn sửa tay cần xem lại.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có mục in: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rà soát văn bản</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đánh dấu đã xem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bỏ đánh dấu đã xem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chọn văn bản cần rà soát</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Văn bản</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rà soát {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa văn bản kế hoạch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm đoạn văn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nội dung đoạn thêm:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xuất kế hoạch ra Word</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextWindow</name>
    <message>
        <source>&amp;Hủy</source>
        <translation>&amp;Cancel</translation>
    </message>
</context>
<context>
    <name>TickRow</name>
    <message>
        <source>Thêm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hoặc kéo thả</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gắn tệp…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi nội dung…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lưu bản sao…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gỡ tệp</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Các mốc của mùa khen thưởng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mốc {number}/{count}: {title}, {when}</source>
        <translation>Milestone {number}/{count}: {title}, {when}</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>TotalRow</name>
    <message>
        <source>Tổng tiền</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count}. Tổng tiền thưởng {sum} đồng ({words}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrashPage</name>
    <message>
        <source>Khôi phục mục đã chọn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thùng rác trống</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mục đã xóa nằm ở đây và lấy lại được lúc nào cũng được.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Khôi phục một hồ sơ thì người, đơn vị của hồ sơ đó cũng trở lại.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Khôi phục mục đã xóa</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnitPanel</name>
    <message>
        <source>Loại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tên gọi tắt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Người đứng đầu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Điện thoại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số hộ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số lao động</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số cán bộ, công chức, viên chức, người lao động. Ví dụ: 32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tên cũ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thôn Đông (đến 30/06/2025)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mỗi tên một dòng. Danh sách cũ ghi tên này vẫn nhận ra đơn vị.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thuộc đơn vị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cấp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tổ trưởng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quyết định thành lập số</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ngày thành lập</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chọn một dòng để xem chi tiết.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thành viên của tổ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ tên thành viên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thành viên</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Đã chọn %n dòng</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnitsScreen</name>
    <message>
        <source>Đơn vị, Tổ CNSCĐ</source>
        <translation>Units and teams</translation>
    </message>
    <message>
        <source>Thêm đơn vị, tổ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xó&amp;a đơn vị, tổ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Xem hồ sơ đơn vị gửi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danh sách đơn vị, tổ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ tên để thêm đơn vị mới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có đơn vị nào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dán từ Excel (Ctrl+V), hoặc gõ từng đơn vị. Loại đơn vị tự nhận theo tên.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ đơn vị đầu tiên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{villages} {word} · {teams} tổ công nghệ số</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa đơn vị, tổ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dán đơn vị, tổ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã thêm {count}. Bỏ qua {known} tên đã có: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã thêm {count} đơn vị, tổ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã xóa {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã xóa {count} đơn vị, tổ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xóa đơn vị, tổ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sửa thành viên tổ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thêm thành viên tổ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dán thành viên tổ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã bỏ {count} thành viên khỏi tổ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bỏ thành viên khỏi tổ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VotesPage</name>
    <message>
        <source>Chưa có ai trong danh sách xét</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đưa hồ sơ vào danh sách ở bước Danh sách xét.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở Danh sách xét</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhập theo từng phiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở lại kết quả…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kết quả đã chốt nên chỉ xem được.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ số &lt;b&gt;Đồng ý&lt;/b&gt;, phần còn lại tự điền vào &lt;b&gt;Không&lt;/b&gt;; Enter xuống dòng. Đã nhập {entered}/{all} dòng.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ẩn bảng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xem, chọn…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” không phải số phiếu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhập phiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ số nguyên từ 0 trở lên; ô này chưa được lưu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Nhập lại từ đầu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số phiếu đã nhập sẽ được thay bằng kết quả cộng từ các phiếu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhập {count} phiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: đạt {passed}, chọn {chosen} / {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Còn {count} dòng chưa khớp</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Chào anh/chị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Khoảng bốn phút để có tệp dữ liệu của đơn vị. Mọi câu trả lời đều sửa lại được.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bắt đầu cho đơn vị của tôi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở tệp dữ liệu đã có…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dùng thử với dữ liệu mẫu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đơn vị của tôi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chọn xã, phường, đặc khu; xem phần đầu văn bản; chọn phong trào.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã có dữ liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở tệp .tdqdb của đơn vị, chép từ máy cũ hoặc do người trước bàn giao.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chỉ xem thử</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Một mùa thi đua của xã Minh Họa không có thật, người cũng không có thật.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>Thiết lập lần đầu — ThiDuaQt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chào anh/chị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xã, phường, đặc khu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phần đầu văn bản</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phong trào</source>
        <translation>Movement</translation>
    </message>
    <message>
        <source>Kiểm tra lại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dữ liệu chỉ nằm trên máy này. Phần mềm không gửi gì qua mạng.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quay lại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiế&amp;p tục</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bước {number}/{count} · đã lưu, có thể đóng và làm tiếp sau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hoàn tất</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nơi để tệp dữ liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở tệp dữ liệu đã có</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đang chuẩn bị dữ liệu mẫu…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã có tệp {name} ở đó. Chọn tên khác ở dòng Tệp dữ liệu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đang tạo tệp dữ liệu…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>&amp;Hủy</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>Đón&amp;g</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>Chưa làm được</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>Phần mềm gặp trục trặc</source>
        <translation>The program has met a fault</translation>
    </message>
    <message>
        <source>Việc vừa rồi chưa làm xong vì phần mềm có chỗ sai.
Thử lại; nếu vẫn vậy, gửi phần chi tiết kỹ thuật cho người hỗ trợ.
Những gì đã lưu trước đó vẫn còn.</source>
        <translation>The last step was not finished because of a fault in the program.
Try again; if it persists, send the technical details to your supporter.
What was stored before is still there.</translation>
    </message>
</context>
<context>
    <name>doubts</name>
    <message>
        <source>Loại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Về việc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vì sao</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phần mềm biết gì</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>movements</name>
    <message>
        <source>Báo cáo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gửi hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đăng ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kiểm tra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sơ kết, tổng kết</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cập nhật chỉ tiêu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trao thưởng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Việc khác</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giai đoạn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đợt cao điểm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không có “{text}” trong danh sách.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chọn một dòng trong danh sách.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thời hạn, như kế hoạch ghi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hiểu là</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mốc thời gian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ việc phải làm, ví dụ Báo cáo kết quả năm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Việc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ai làm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gửi tới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dịp khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ tên dịp khen, ví dụ Khen thưởng sơ kết năm 2027</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dịp khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhân dịp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>giai đoạn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ tên giai đoạn hoặc đợt cao điểm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giai đoạn, đợt cao điểm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Từ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đến</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lần tới: {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chỉ có lời văn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đợt khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hạn nhận hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ngày trao</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã kết thúc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dự thảo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã ban hành</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã thay thế</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>từ {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đến {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đủ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thiếu {count} mục</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phong trào</source>
        <translation type="unfinished">Movement</translation>
    </message>
    <message>
        <source>Còn thiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thời gian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kế hoạch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhóm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chỉ tiêu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đợt</source>
        <translation type="unfinished">Round</translation>
    </message>
    <message>
        <source>Thông tin chung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiêu chí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mốc thời gian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số lượng khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Văn bản</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Khối, cụm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đơn vị, cách nhau bằng dấu ;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trưởng khối, cụm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phó khối, cụm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đơn vị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tên phong trào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tên gọn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không quá 40 chữ, hiện trên thanh chọn phong trào.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Khẩu hiệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phong trào cấp trên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phong trào của tỉnh, Trung ương mà phong trào này hưởng ứng.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cấp phát động</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chủ đề</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phạm vi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cơ quan phối hợp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mỗi dòng một cơ quan cùng tổ chức phong trào.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngày, tháng hoặc năm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đến</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hoặc đến sự kiện</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ví dụ: đến Đại hội Thi đua yêu nước tỉnh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi trong kế hoạch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Câu về thời gian in nguyên văn; để trống thì tự ghi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đối tượng thi đua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loại văn bản</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Để trống cho đến khi văn thư cấp số.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation type="unfinished">Date</translation>
    </message>
    <message>
        <source>Để trống cho đến khi ký; có thể chỉ ghi tháng, năm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trích yếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cơ quan ban hành</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mỗi dòng một cơ quan; kế hoạch liên tịch có nhiều cơ quan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cơ quan chủ quản</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xã, phường</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tỉnh, thành phố</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nơi ban hành</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thể thức ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Các dòng trên tên người ký, cách nhau bằng dấu –.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Họ tên người ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nơi nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mỗi dòng một nơi nhận, không cần dấu gạch đầu dòng.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kế hoạch có quy định đăng ký thi đua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phải đăng ký đúng hạn mới được khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ký giao ước hai bên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đăng ký hằng năm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đơn vị đăng ký cho cả người của mình</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hạn đăng ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ví dụ: trước ngày 15/02 hằng năm; 30/04/2026.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nội dung đăng ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tên gọn dài {count} chữ; thanh chọn chỉ hiện được {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đối tượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tất cả</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>căn cứ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ hoặc dán căn cứ mới, ví dụ Luật Thi đua, khen thưởng …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở đầu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Văn bản, in nguyên văn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số, ký hiệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phân công</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ tên đơn vị được phân công</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation type="unfinished">Unit</translation>
    </message>
    <message>
        <source>Nhiệm vụ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhận hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>văn bản hướng dẫn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ số, ký hiệu văn bản đến sau kế hoạch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Về việc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quy định gì</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bảng thi đua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ tên bảng thi đua xếp hạng riêng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bảng thi đua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loại đơn vị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loại đơn vị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>khối, cụm thi đua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>đường gửi hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ nơi đề nghị, ví dụ Thôn, Trường học</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nơi đề nghị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đề nghị khen ai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hình thức khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hình thức khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>giấy tờ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ tên giấy tờ trong hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giấy tờ trong hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bắt buộc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhóm đối tượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nhóm đối tượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} nhóm đối tượng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} tiêu chí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} chỉ tiêu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} dòng số lượng khen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} mốc thời gian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} phong trào</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>preview</name>
    <message>
        <source>Tờ giấy xem trước</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ô đang chọn: {label}. </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>queue</name>
    <message>
        <source>{label} quá dài</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hỏng {n} tờ, in lại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã in {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sẽ in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>không in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>screens</name>
    <message>
        <source>Việc cần làm</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>Phong trào, tiêu chí</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đơn vị, Tổ CNSCĐ</source>
        <translation>Units and teams</translation>
    </message>
    <message>
        <source>Hồ sơ đề nghị</source>
        <translation>Nominations</translation>
    </message>
    <message>
        <source>Nhập từ Excel</source>
        <translation>Import from Excel</translation>
    </message>
    <message>
        <source>Xét duyệt</source>
        <translation>Council</translation>
    </message>
    <message>
        <source>Quyết định, sổ khen</source>
        <translation>Decisions, register</translation>
    </message>
    <message>
        <source>In giấy khen</source>
        <translation>Certificates</translation>
    </message>
    <message>
        <source>Nhập, xuất dữ liệu</source>
        <translation>Import, export</translation>
    </message>
    <message>
        <source>Cài đặt</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Trợ giúp</source>
        <translation>Help</translation>
    </message>
</context>
<context>
    <name>signers</name>
    <message>
        <source>Họ và tên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thể thức ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mặc định</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>units</name>
    <message>
        <source>Tên đơn vị, tổ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Người đứng đầu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Điện thoại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số hộ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hồ sơ gửi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thành viên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thuộc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tổ CNSCĐ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cơ quan, đoàn thể</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Khác</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa có hồ sơ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vai trò</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tổ trưởng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tổ phó</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
