<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>A file that cannot be read is listed with the reason, never passed over.</source>
        <translation>Tệp không đọc được luôn được liệt kê kèm lý do, không bao giờ bị bỏ lơ.</translation>
    </message>
    <message>
        <source>A photo organizer that proposes albums on your own computer.</source>
        <translation>Trình sắp xếp ảnh, đề xuất album ngay trên máy tính của bạn.</translation>
    </message>
    <message>
        <source>About Homeroll</source>
        <translation>Giới thiệu Homeroll</translation>
    </message>
    <message>
        <source>Add to the applications menu</source>
        <translation>Thêm vào menu ứng dụng</translation>
    </message>
    <message>
        <source>Copied. It says nothing about your photos but their number.</source>
        <translation>Đã sao chép. Trong đó không có gì về ảnh của bạn ngoài số lượng.</translation>
    </message>
    <message>
        <source>Copy details for a report</source>
        <translation>Sao chép thông tin để báo lỗi</translation>
    </message>
    <message>
        <source>Homeroll is free software under the MIT licence, and stands on others:</source>
        <translation>Homeroll là phần mềm tự do theo giấy phép MIT, dựa trên các phần mềm khác:</translation>
    </message>
    <message>
        <source>Homeroll is in the applications menu.</source>
        <translation>Homeroll đã có trong menu ứng dụng.</translation>
    </message>
    <message>
        <source>Homeroll is out of the applications menu.</source>
        <translation>Homeroll đã được gỡ khỏi menu ứng dụng.</translation>
    </message>
    <message>
        <source>Homeroll {}</source>
        <translation>Homeroll {}</translation>
    </message>
    <message>
        <source>How, and how to check it</source>
        <translation>Bằng cách nào, và kiểm tra ra sao</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Giấy phép</translation>
    </message>
    <message>
        <source>Nothing leaves this computer: the program cannot open a network connection.</source>
        <translation>Không có gì rời khỏi máy tính này: chương trình không thể mở kết nối mạng.</translation>
    </message>
    <message>
        <source>Settings and privacy</source>
        <translation>Cài đặt và riêng tư</translation>
    </message>
    <message>
        <source>Suggestions are off until you turn them on. Turning them off erases what was learnt, and checks that it is gone.</source>
        <translation>Gợi ý luôn tắt cho đến khi bạn bật. Khi tắt, những gì đã học được sẽ bị xóa và việc xóa được kiểm tra lại.</translation>
    </message>
    <message>
        <source>Take out of the applications menu</source>
        <translation>Gỡ khỏi menu ứng dụng</translation>
    </message>
    <message>
        <source>What it keeps lies in {}</source>
        <translation>Dữ liệu được lưu trong {}</translation>
    </message>
    <message>
        <source>What it promises, in this order</source>
        <translation>Những điều Homeroll cam kết, theo thứ tự</translation>
    </message>
    <message>
        <source>Your photos are never changed, moved or deleted. There is no code that could.</source>
        <translation>Ảnh của bạn không bao giờ bị sửa, di chuyển hay xóa. Không có đoạn mã nào làm được việc đó.</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message>
        <source>Add a folder of photos</source>
        <translation>Thêm một thư mục ảnh</translation>
    </message>
    <message>
        <source>{} added.</source>
        <translation>Đã thêm {}.</translation>
    </message>
</context>
<context>
    <name>AlbumActs</name>
    <message>
        <source>As you put them</source>
        <translation>Theo thứ tự bạn đặt</translation>
    </message>
    <message>
        <source>By file name</source>
        <translation>Theo tên tệp</translation>
    </message>
    <message>
        <source>Cover of “{}” chosen.</source>
        <translation>Đã chọn ảnh bìa của “{}”.</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Nhân bản</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Xuất…</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>Gộp vào</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Mới nhất trước</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Cũ nhất trước</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Thứ tự</translation>
    </message>
    <message>
        <source>Order of the albums changed.</source>
        <translation>Đã đổi thứ tự các album.</translation>
    </message>
    <message>
        <source>Order of “{}” changed.</source>
        <translation>Đã đổi thứ tự của “{}”.</translation>
    </message>
    <message>
        <source>Remove album</source>
        <translation>Gỡ album</translation>
    </message>
    <message>
        <source>Rename the album</source>
        <translation>Đổi tên album</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Đổi tên…</translation>
    </message>
    <message>
        <source>Slideshow</source>
        <translation>Trình chiếu</translation>
    </message>
    <message>
        <source>{} (copy)</source>
        <translation>{} (bản sao)</translation>
    </message>
    <message>
        <source>“{}” is part of “{}” now; {} were added.</source>
        <translation>“{}” nay là một phần của “{}”; đã thêm {}.</translation>
    </message>
</context>
<context>
    <name>AlbumPage</name>
    <message>
        <source>Cover</source>
        <translation>Ảnh bìa</translation>
    </message>
    <message>
        <source>Drag photos onto its name in the list at the left, or choose “Add to album” in the menu of a photo.</source>
        <translation>Kéo ảnh vào tên album trong danh sách bên trái, hoặc chọn “Thêm vào album” trong menu của ảnh.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Xuất…</translation>
    </message>
    <message>
        <source>More for this album</source>
        <translation>Thao tác khác với album này</translation>
    </message>
    <message>
        <source>Nothing in it yet</source>
        <translation>Chưa có gì trong album</translation>
    </message>
    <message>
        <source>Remove from album</source>
        <translation>Gỡ khỏi album</translation>
    </message>
    <message>
        <source>Rename, order, duplicate, remove</source>
        <translation>Đổi tên, sắp thứ tự, nhân bản, gỡ</translation>
    </message>
    <message>
        <source>Use as cover</source>
        <translation>Dùng làm ảnh bìa</translation>
    </message>
    <message>
        <source>{} hidden</source>
        <translation>{} bị ẩn</translation>
    </message>
    <message>
        <source>{} not found</source>
        <translation>{} không tìm thấy</translation>
    </message>
    <message>
        <source>{} removed from “{}”.</source>
        <translation>Đã gỡ {} khỏi “{}”.</translation>
    </message>
</context>
<context>
    <name>AlikePage</name>
    <message>
        <source>Looking for what is like it</source>
        <translation>Đang tìm ảnh giống ảnh này</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Thêm ảnh giống thế này</translation>
    </message>
    <message>
        <source>Most like it</source>
        <translation>Giống nhất</translation>
    </message>
    <message>
        <source>Nothing is known of this photo</source>
        <translation>Chưa biết gì về ảnh này</translation>
    </message>
    <message>
        <source>Sorts of pictures</source>
        <translation>Các loại ảnh</translation>
    </message>
    <message>
        <source>The most like it first, one of near-identical shots</source>
        <translation>Giống nhất xếp trước, mỗi nhóm ảnh gần như trùng chỉ lấy một</translation>
    </message>
    <message>
        <source>The photo that was asked about</source>
        <translation>Ảnh được hỏi</translation>
    </message>
    <message>
        <source>There is nothing like it</source>
        <translation>Không có ảnh nào giống</translation>
    </message>
    <message>
        <source>This sort of picture</source>
        <translation>Loại ảnh này</translation>
    </message>
    <message>
        <source>To find photos that look alike, Homeroll has to look at what they show.</source>
        <translation>Để tìm ảnh trông giống nhau, Homeroll phải xem nội dung ảnh.</translation>
    </message>
    <message>
        <source>the {} nearest of all</source>
        <translation>{} gần nhất trong tất cả</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Quay lại</translation>
    </message>
</context>
<context>
    <name>AnswerGrid</name>
    <message>
        <source>No, it does not (N)</source>
        <translation>Không phải (N)</translation>
    </message>
    <message>
        <source>Take this answer back (Delete)</source>
        <translation>Rút lại câu trả lời này (Delete)</translation>
    </message>
    <message>
        <source>Yes, it shows this (Y)</source>
        <translation>Đúng vậy (Y)</translation>
    </message>
</context>
<context>
    <name>BelowPicture</name>
    <message>
        <source>Enter or Space. Homeroll opens no videos itself: your player gets the file, and what it does is up to that program.</source>
        <translation>Enter hoặc Space. Homeroll không tự mở video: trình phát của bạn nhận tệp, và chương trình đó làm gì là tùy nó.</translation>
    </message>
    <message>
        <source>Play in your video player</source>
        <translation>Phát bằng trình phát video của bạn</translation>
    </message>
    <message>
        <source>▶  Play in your video player</source>
        <translation>▶  Phát bằng trình phát video của bạn</translation>
    </message>
</context>
<context>
    <name>BordersCard</name>
    <message>
        <source>As it is: one album of {}</source>
        <translation>Như hiện nay: một album có {}</translation>
    </message>
    <message>
        <source>Borders</source>
        <translation>Ranh giới</translation>
    </message>
    <message>
        <source>Borders, from finer to coarser</source>
        <translation>Ranh giới, từ nhỏ đến lớn</translation>
    </message>
    <message>
        <source>Keep these borders</source>
        <translation>Giữ ranh giới này</translation>
    </message>
    <message>
        <source>One album of {}, with what lies around</source>
        <translation>Một album có {}, gồm cả ảnh lân cận</translation>
    </message>
    <message>
        <source>coarser: {}</source>
        <translation>lớn hơn: {}</translation>
    </message>
    <message>
        <source>finer: {}</source>
        <translation>nhỏ hơn: {}</translation>
    </message>
    <message>
        <source>{}, shorter ones</source>
        <translation>{}, ngắn hơn</translation>
    </message>
</context>
<context>
    <name>CaptionDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Chú thích</translation>
    </message>
    <message>
        <source>Kept in Homeroll; the file stays as it is.</source>
        <translation>Lưu trong Homeroll; tệp giữ nguyên.</translation>
    </message>
    <message>
        <source>Not saved yet: Enter saves, Escape again throws the new words away.</source>
        <translation>Chưa lưu: Enter để lưu, Escape lần nữa để bỏ những chữ mới.</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>CollageCard</name>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation>{}: {}</translation>
    </message>
</context>
<context>
    <name>ComparePane</name>
    <message>
        <source>Best</source>
        <translation>Đẹp nhất</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Giữ</translation>
    </message>
    <message>
        <source>Keep this one too</source>
        <translation>Giữ cả ảnh này</translation>
    </message>
    <message>
        <source>This one is best</source>
        <translation>Ảnh này đẹp nhất</translation>
    </message>
    <message>
        <source>best</source>
        <translation>đẹp nhất</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>được giữ</translation>
    </message>
</context>
<context>
    <name>CompareTop</name>
    <message>
        <source>Fit · {} %</source>
        <translation>Vừa khung · {} %</translation>
    </message>
    <message>
        <source>Whole picture or 100 %</source>
        <translation>Toàn ảnh hoặc 100 %</translation>
    </message>
    <message>
        <source>Zoom, {} percent</source>
        <translation>Thu phóng, {} phần trăm</translation>
    </message>
    <message>
        <source>{} %</source>
        <translation>{} %</translation>
    </message>
    <message>
        <source>{} side by side</source>
        <translation>{} cạnh nhau</translation>
    </message>
    <message>
        <source>{} to {} of {}</source>
        <translation>{} đến {} trên {}</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Quay lại</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Compare, {}: {}</source>
        <translation>So sánh, {}: {}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} trên {}</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>What was learnt is still being erased. Turn suggestions on when that is done.</source>
        <translation>Những gì đã học được vẫn đang được xóa. Hãy bật gợi ý khi việc đó xong.</translation>
    </message>
</context>
<context>
    <name>ConsentCard</name>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Shall Homeroll look at your photos to propose albums, such as trips, birthdays and graduations? Faces are counted, and nobody is recognised. It happens on this computer only. You can turn it off at any time, and what it learnt is erased.</source>
        <translation>Bạn có muốn Homeroll xem ảnh để đề xuất album, như chuyến đi, sinh nhật, lễ tốt nghiệp? Khuôn mặt chỉ được đếm, không ai bị nhận dạng. Mọi việc chỉ diễn ra trên máy tính này. Bạn có thể tắt bất cứ lúc nào, và những gì đã học được sẽ bị xóa.</translation>
    </message>
    <message>
        <source>Suggestions from your photo roll</source>
        <translation>Gợi ý từ kho ảnh của bạn</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Bật</translation>
    </message>
</context>
<context>
    <name>Copies</name>
    <message>
        <source>Save a copy</source>
        <translation>Lưu bản sao</translation>
    </message>
    <message>
        <source>Saved as “{}”, in {}.</source>
        <translation>Đã lưu thành “{}”, trong {}.</translation>
    </message>
</context>
<context>
    <name>CopiesCard</name>
    <message>
        <source>Copies of your albums and corrections</source>
        <translation>Bản sao các album và chỉnh sửa của bạn</translation>
    </message>
    <message>
        <source>Last copied by itself on {}.</source>
        <translation>Lần tự sao chép gần nhất: {}.</translation>
    </message>
    <message>
        <source>Make a copy now…</source>
        <translation>Tạo bản sao ngay…</translation>
    </message>
    <message>
        <source>No copy was made yet.</source>
        <translation>Chưa có bản sao nào.</translation>
    </message>
    <message>
        <source>Once a day Homeroll copies what you did: albums, stars, corrected dates, what is left out. Your photos are not part of it. Save a copy on a stick to go on with it on another computer.</source>
        <translation>Mỗi ngày một lần, Homeroll sao chép những gì bạn đã làm: album, dấu sao, ngày đã sửa, những gì được bỏ qua. Ảnh của bạn không nằm trong đó. Hãy lưu một bản sao vào USB để dùng tiếp trên máy khác.</translation>
    </message>
    <message>
        <source>Put a copy back…</source>
        <translation>Khôi phục bản sao…</translation>
    </message>
</context>
<context>
    <name>DateFields</name>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Tháng</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Năm</translation>
    </message>
    <message>
        <source>Year, if it is known</source>
        <translation>Năm, nếu biết</translation>
    </message>
</context>
<context>
    <name>DatePreview</name>
    <message>
        <source>Asking the files…</source>
        <translation>Đang đọc từ các tệp…</translation>
    </message>
    <message>
        <source>The first: {}</source>
        <translation>Ảnh đầu tiên: {}</translation>
    </message>
    <message>
        <source>The same as before, but counted as your word.</source>
        <translation>Như trước, nhưng được coi là lời của bạn.</translation>
    </message>
</context>
<context>
    <name>DatesCard</name>
    <message>
        <source>A birthday finds its photos every year; with the year of birth the album says how old somebody turned.</source>
        <translation>Sinh nhật tìm ra ảnh của mỗi năm; nếu có năm sinh, album sẽ ghi tròn bao nhiêu tuổi.</translation>
    </message>
    <message>
        <source>A year has four digits; it can be left empty.</source>
        <translation>Năm gồm bốn chữ số; có thể để trống.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Gỡ</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Save: {}</source>
        <translation>Lưu: {}</translation>
    </message>
    <message>
        <source>Your dates</source>
        <translation>Các ngày của bạn</translation>
    </message>
    <message>
        <source>“{}” is remembered already.</source>
        <translation>“{}” đã được ghi nhớ.</translation>
    </message>
</context>
<context>
    <name>DatesPage</name>
    <message>
        <source>Add a birthday, and Homeroll finds its photos of every year and proposes an album of each. Weddings, memorial days and holidays of your own work the same.</source>
        <translation>Thêm một ngày sinh nhật, Homeroll sẽ tìm ảnh của mỗi năm và đề xuất album cho từng năm. Ngày cưới, ngày tưởng nhớ và ngày lễ riêng của bạn cũng vậy.</translation>
    </message>
    <message>
        <source>Dates to remember</source>
        <translation>Ngày đáng nhớ</translation>
    </message>
    <message>
        <source>No dates yet</source>
        <translation>Chưa có ngày nào</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Caption</source>
        <translation>Chú thích</translation>
    </message>
    <message>
        <source>Export “{}”</source>
        <translation>Xuất “{}”</translation>
    </message>
    <message>
        <source>What the copies would tell</source>
        <translation>Các bản sao sẽ tiết lộ gì</translation>
    </message>
    <message>
        <source>Within {}</source>
        <translation>Trong vòng {}</translation>
    </message>
</context>
<context>
    <name>DismissedCard</name>
    <message>
        <source>Propose again</source>
        <translation>Đề xuất lại</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation>{}: {}</translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>Drop to add. Nothing is moved or copied.</source>
        <translation>Thả để thêm. Không có gì bị di chuyển hay sao chép.</translation>
    </message>
    <message>
        <source>Only folders and files can be added here.</source>
        <translation>Chỉ có thể thêm thư mục và tệp vào đây.</translation>
    </message>
    <message>
        <source>That cannot be added this way: it was offered to be moved, and Homeroll moves nothing.</source>
        <translation>Không thể thêm theo cách này: chúng được đưa sang để di chuyển, mà Homeroll không di chuyển gì cả.</translation>
    </message>
    <message>
        <source>That cannot be added: Homeroll takes folders and files on this computer.</source>
        <translation>Không thể thêm: Homeroll chỉ nhận thư mục và tệp trên máy tính này.</translation>
    </message>
</context>
<context>
    <name>EraseCard</name>
    <message>
        <source>Erase and forget</source>
        <translation>Xóa và quên</translation>
    </message>
    <message>
        <source>Erase everything Homeroll knows…</source>
        <translation>Xóa mọi thứ Homeroll biết…</translation>
    </message>
    <message>
        <source>Forget what I said…</source>
        <translation>Quên những gì tôi đã nói…</translation>
    </message>
    <message>
        <source>What you said, such as rules, homes, dates and taught themes, can be forgotten on its own. Or Homeroll starts over as on the first day: albums and stars go too. Your photos stay as they are.</source>
        <translation>Có thể quên riêng những gì bạn đã nói, như quy tắc, nơi ở, ngày đáng nhớ và chủ đề đã dạy. Hoặc Homeroll bắt đầu lại như ngày đầu: album và dấu sao cũng mất. Ảnh của bạn vẫn nguyên như cũ.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Xuất</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Đã xuất</translation>
    </message>
    <message>
        <source>Stopped. Copies that were finished stay where they are.</source>
        <translation>Đã dừng. Các bản đã sao xong vẫn ở nguyên chỗ.</translation>
    </message>
    <message>
        <source>{}, about {}. Nothing is overwritten.</source>
        <translation>{}, khoảng {}. Không ghi đè gì cả.</translation>
    </message>
</context>
<context>
    <name>ExportOutcome</name>
    <message>
        <source>Changed</source>
        <translation>Đã thay đổi</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Chi tiết</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Đã bỏ qua</translation>
    </message>
    <message>
        <source>Opens it in the file manager, a page in the browser</source>
        <translation>Mở trong trình quản lý tệp; trang web mở trong trình duyệt</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Hiện</translation>
    </message>
    <message>
        <source>{} checked before they were written: no place, no camera, no names found in any.</source>
        <translation>Đã kiểm tra {} trước khi ghi: không thấy địa điểm, máy ảnh hay tên nào.</translation>
    </message>
    <message>
        <source>{} written and read back, in {}</source>
        <translation>Đã ghi và đọc kiểm tra {}, trong {}</translation>
    </message>
    <message>
        <source>{} written without the place, for it is private.</source>
        <translation>{} được ghi không kèm địa điểm, vì là nơi riêng tư.</translation>
    </message>
</context>
<context>
    <name>ExportProgress</name>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Đang bắt đầu</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} trên {}</translation>
    </message>
</context>
<context>
    <name>ExportQuestions</name>
    <message>
        <source>As</source>
        <translation>Dạng</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Tốt nhất</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Contact sheet</source>
        <translation>Bảng ảnh thu nhỏ</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Xuất vào</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>For JPEGs that are made anew</source>
        <translation>Cho các JPEG được tạo mới</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Tốt</translation>
    </message>
    <message>
        <source>JPEG quality</source>
        <translation>Chất lượng JPEG</translation>
    </message>
    <message>
        <source>Keep when it was taken</source>
        <translation>Giữ thời điểm chụp</translation>
    </message>
    <message>
        <source>Large 2560</source>
        <translation>Lớn 2560</translation>
    </message>
    <message>
        <source>Medium 1600</source>
        <translation>Vừa 1600</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Gốc</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Kích cỡ</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Vào</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Trang web</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Nơi lưu</translation>
    </message>
    <message>
        <source>Without it names become numbers, for names of files often hold dates</source>
        <translation>Nếu không, tên tệp thành số, vì tên tệp thường có ngày</translation>
    </message>
    <message>
        <source>XMP sidecars with album, date and caption</source>
        <translation>Tệp kèm XMP có album, ngày và chú thích</translation>
    </message>
    <message>
        <source>ZIP</source>
        <translation>ZIP</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Neighbouring photos</source>
        <translation>Ảnh lân cận</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Clear</source>
        <translation>Xóa bộ lọc</translation>
    </message>
    <message>
        <source>Problems with the date</source>
        <translation>Vấn đề về ngày</translation>
    </message>
    <message>
        <source>{}: {} chosen</source>
        <translation>{}: đã chọn {}</translation>
    </message>
    <message>
        <source>♥ Favourites</source>
        <translation>♥ Yêu thích</translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>Add folder…</source>
        <translation>Thêm thư mục…</translation>
    </message>
    <message>
        <source>Add my Pictures folder</source>
        <translation>Thêm thư mục Ảnh của tôi</translation>
    </message>
    <message>
        <source>Drop a folder of photos here</source>
        <translation>Thả một thư mục ảnh vào đây</translation>
    </message>
    <message>
        <source>Homeroll reads it where it is. Nothing is copied, moved or changed.</source>
        <translation>Homeroll đọc ảnh tại chỗ. Không có gì bị sao chép, di chuyển hay thay đổi.</translation>
    </message>
</context>
<context>
    <name>FolderPage</name>
    <message>
        <source>Albums keep their photos of it, marked as gone</source>
        <translation>Album vẫn giữ các ảnh đó, đánh dấu là không còn</translation>
    </message>
    <message>
        <source>Homeroll forgets this folder. Not one file in it is touched.</source>
        <translation>Homeroll sẽ quên thư mục này. Không tệp nào trong đó bị đụng đến.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <source>Leave out a folder in it…</source>
        <translation>Bỏ qua một thư mục trong đó…</translation>
    </message>
    <message>
        <source>Leave out…</source>
        <translation>Bỏ qua…</translation>
    </message>
    <message>
        <source>Once its drive is plugged in again, press F5: its photos come back by themselves. If it was moved, say where it is now.</source>
        <translation>Khi cắm lại ổ đĩa, hãy nhấn F5: ảnh sẽ tự trở lại. Nếu thư mục đã được chuyển đi, hãy cho biết nay ở đâu.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Gỡ</translation>
    </message>
    <message>
        <source>Remove from Homeroll…</source>
        <translation>Gỡ khỏi Homeroll…</translation>
    </message>
    <message>
        <source>Remove “{}” from Homeroll?</source>
        <translation>Gỡ “{}” khỏi Homeroll?</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Gỡ…</translation>
    </message>
    <message>
        <source>This folder cannot be reached just now</source>
        <translation>Hiện không truy cập được thư mục này</translation>
    </message>
    <message>
        <source>Where is it now…</source>
        <translation>Nay ở đâu…</translation>
    </message>
    <message>
        <source>Where is this folder now?</source>
        <translation>Thư mục này nay ở đâu?</translation>
    </message>
    <message>
        <source>offline, the photos stay</source>
        <translation>ngoại tuyến, ảnh vẫn được giữ</translation>
    </message>
</context>
<context>
    <name>FolderQuestion</name>
    <message>
        <source>Leave it out</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Look at it too</source>
        <translation>Xem cả thư mục này</translation>
    </message>
    <message>
        <source>“{}” is new. Shall suggestions be made from it too? Until you answer, nothing is worked out from it.</source>
        <translation>“{}” là thư mục mới. Có tạo gợi ý từ thư mục này không? Khi bạn chưa trả lời, không có gì được suy ra từ nó.</translation>
    </message>
</context>
<context>
    <name>GroupHeader</name>
    <message>
        <source>Compare</source>
        <translation>So sánh</translation>
    </message>
    <message>
        <source>Exact copies</source>
        <translation>Bản trùng hệt</translation>
    </message>
    <message>
        <source>Exact copies · {}</source>
        <translation>Bản trùng hệt · {}</translation>
    </message>
    <message>
        <source>Homeroll deletes nothing: it makes albums and lists of files.</source>
        <translation>Homeroll không xóa gì cả: chỉ tạo album và danh sách tệp.</translation>
    </message>
    <message>
        <source>Keep best in album…</source>
        <translation>Giữ ảnh đẹp nhất trong album…</translation>
    </message>
    <message>
        <source>Like shots</source>
        <translation>Ảnh gần giống</translation>
    </message>
    <message>
        <source>Like shots · {}</source>
        <translation>Ảnh gần giống · {}</translation>
    </message>
    <message>
        <source>Look-alikes</source>
        <translation>Ảnh giống nhau</translation>
    </message>
    <message>
        <source>The copies…</source>
        <translation>Các bản trùng…</translation>
    </message>
    <message>
        <source>The others…</source>
        <translation>Các ảnh còn lại…</translation>
    </message>
</context>
<context>
    <name>HerePage</name>
    <message>
        <source>Photos here</source>
        <translation>Ảnh ở đây</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>Không có ngày</translation>
    </message>
    <message>
        <source>‹ Places</source>
        <translation>‹ Địa điểm</translation>
    </message>
</context>
<context>
    <name>HiddenPage</name>
    <message>
        <source>All {} under Rules</source>
        <translation>Tất cả {} trong Quy tắc</translation>
    </message>
    <message>
        <source>Back to suggestions</source>
        <translation>Trở về Gợi ý</translation>
    </message>
    <message>
        <source>Hidden photos</source>
        <translation>Ảnh đã ẩn</translation>
    </message>
    <message>
        <source>Hidden places and days</source>
        <translation>Địa điểm và ngày đã ẩn</translation>
    </message>
    <message>
        <source>Nothing is hidden</source>
        <translation>Không có gì bị ẩn</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Hiện lại</translation>
    </message>
    <message>
        <source>Show all again</source>
        <translation>Hiện lại tất cả</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Rút lại</translation>
    </message>
    <message>
        <source>These photos are hidden by their place or day: take that back above.</source>
        <translation>Những ảnh này bị ẩn theo địa điểm hoặc ngày: hãy rút lại ở trên.</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>Không có ngày</translation>
    </message>
    <message>
        <source>“Hide” in the menu of a photo takes it out of the timeline, albums, exports and suggestions. It stands here then, and its file stays as it is.</source>
        <translation>“Ẩn” trong menu của ảnh đưa ảnh ra khỏi dòng thời gian, album, bản xuất và gợi ý. Ảnh sẽ nằm ở đây, còn tệp vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>‹ Suggestions</source>
        <translation>‹ Gợi ý</translation>
    </message>
</context>
<context>
    <name>HidePlaceDialog</name>
    <message>
        <source>Hide</source>
        <translation>Ẩn</translation>
    </message>
    <message>
        <source>Hide what was taken near {}?</source>
        <translation>Ẩn ảnh chụp gần {}?</translation>
    </message>
    <message>
        <source>Photos taken there are shown nowhere but under Hidden photos, no album is proposed of them, and new ones are hidden as well. No file is touched.</source>
        <translation>Ảnh chụp ở đó chỉ còn hiện trong Ảnh đã ẩn, không album nào được đề xuất từ chúng, ảnh mới cũng sẽ bị ẩn. Không tệp nào bị đụng đến.</translation>
    </message>
</context>
<context>
    <name>HomeDatesDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>Ngày cuối nằm trước ngày đầu.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Đến</translation>
    </message>
    <message>
        <source>Trips are told from home by these days. Leave open what you do not know.</source>
        <translation>Các ngày này giúp phân biệt chuyến đi với lúc ở nhà. Điều gì không biết thì để trống.</translation>
    </message>
    <message>
        <source>When did you live in {}?</source>
        <translation>Bạn sống ở {} khi nào?</translation>
    </message>
</context>
<context>
    <name>HomesPage</name>
    <message>
        <source>Believe the photos again</source>
        <translation>Lại tin theo ảnh</translation>
    </message>
    <message>
        <source>By these places and days trips are told from home. Add one from the menu of a photo that was taken there: “I live here”.</source>
        <translation>Các địa điểm và ngày này giúp phân biệt chuyến đi với lúc ở nhà. Thêm nơi ở từ menu của ảnh chụp tại đó: “Tôi sống ở đây”.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Đổi…</translation>
    </message>
    <message>
        <source>Correct the dates…</source>
        <translation>Sửa ngày…</translation>
    </message>
    <message>
        <source>For {} the photos are believed again.</source>
        <translation>Với {}, Homeroll lại tin theo ảnh.</translation>
    </message>
    <message>
        <source>Homes</source>
        <translation>Nơi ở</translation>
    </message>
    <message>
        <source>No exported copy tells a position in them, even when the others keep theirs. Homes are private anyway. Add one from the menu of a photo: “Keep this place private…”.</source>
        <translation>Không bản xuất nào cho biết vị trí trong đó, kể cả khi các bản khác giữ vị trí. Nơi ở vốn đã riêng tư. Thêm từ menu của ảnh: “Giữ riêng tư nơi này…”.</translation>
    </message>
    <message>
        <source>None was found yet: that takes photos with a place of many weeks.</source>
        <translation>Chưa tìm thấy nơi nào: cần ảnh có địa điểm trong nhiều tuần.</translation>
    </message>
    <message>
        <source>Not a home</source>
        <translation>Không phải nơi ở</translation>
    </message>
    <message>
        <source>Not homes</source>
        <translation>Không phải nơi ở</translation>
    </message>
    <message>
        <source>Places that are none by your word, whatever photos tell.</source>
        <translation>Những nơi bạn đã nói không phải nơi ở, dù ảnh cho thấy gì.</translation>
    </message>
    <message>
        <source>Private places</source>
        <translation>Nơi riêng tư</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Gỡ</translation>
    </message>
    <message>
        <source>Suggestions are off: homes are not looked for, and only what you said yourself is kept.</source>
        <translation>Gợi ý đang tắt: nơi ở không được tìm, chỉ giữ những gì chính bạn đã nói.</translation>
    </message>
    <message>
        <source>The dates of {} are corrected.</source>
        <translation>Đã sửa ngày của {}.</translation>
    </message>
    <message>
        <source>Where you live and lived</source>
        <translation>Nơi bạn đang sống và từng sống</translation>
    </message>
    <message>
        <source>by your word</source>
        <translation>theo lời bạn</translation>
    </message>
    <message>
        <source>found in your photos</source>
        <translation>tìm thấy trong ảnh của bạn</translation>
    </message>
    <message>
        <source>{} is no home.</source>
        <translation>{} không phải nơi ở.</translation>
    </message>
    <message>
        <source>{} is private no more.</source>
        <translation>{} không còn riêng tư nữa.</translation>
    </message>
    <message>
        <source>{} is private: no copy tells it.</source>
        <translation>{} là nơi riêng tư: không bản sao nào cho biết.</translation>
    </message>
</context>
<context>
    <name>KeptCard</name>
    <message>
        <source>Everything is in {}</source>
        <translation>Mọi thứ nằm trong {}</translation>
    </message>
    <message>
        <source>What is kept, and where</source>
        <translation>Những gì được lưu và lưu ở đâu</translation>
    </message>
</context>
<context>
    <name>KeptTableModel</name>
    <message>
        <source>How much</source>
        <translation>Số lượng</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dung lượng</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Để làm gì</translation>
    </message>
</context>
<context>
    <name>LanguageCard</name>
    <message>
        <source>As the system</source>
        <translation>Theo hệ thống</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>The words of this window; the names of photos, albums and folders stay as they are.</source>
        <translation>Ngôn ngữ của cửa sổ này; tên ảnh, album và thư mục giữ nguyên.</translation>
    </message>
</context>
<context>
    <name>LeavingOut</name>
    <message>
        <source>Which folder is to be left out?</source>
        <translation>Bỏ qua thư mục nào?</translation>
    </message>
    <message>
        <source>“{}” is left out: {}. No file was touched.</source>
        <translation>Đã bỏ qua “{}”: {}. Không tệp nào bị đụng đến.</translation>
    </message>
    <message>
        <source>“{}” is taken in again.</source>
        <translation>Đã nhận lại “{}”.</translation>
    </message>
</context>
<context>
    <name>LeftOutCard</name>
    <message>
        <source>Folders and names in your folders that Homeroll does not look at. No file is touched, and what is taken in again has its stars and albums as before.</source>
        <translation>Các thư mục và tên mà Homeroll không xem trong thư mục của bạn. Không tệp nào bị đụng đến; những gì được nhận lại vẫn có dấu sao và album như trước.</translation>
    </message>
    <message>
        <source>Leave out a folder…</source>
        <translation>Bỏ qua thư mục…</translation>
    </message>
    <message>
        <source>Leave out by name…</source>
        <translation>Bỏ qua theo tên…</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Đã bỏ qua</translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation>Nhận lại</translation>
    </message>
</context>
<context>
    <name>LookAlikes</name>
    <message>
        <source>Compare</source>
        <translation>So sánh</translation>
    </message>
    <message>
        <source>Copy list of paths</source>
        <translation>Sao chép danh sách đường dẫn</translation>
    </message>
    <message>
        <source>Keep this one too, or no more</source>
        <translation>Giữ cả ảnh này, hoặc thôi giữ</translation>
    </message>
    <message>
        <source>Look-alikes</source>
        <translation>Ảnh giống nhau</translation>
    </message>
    <message>
        <source>Put the others in an album…</source>
        <translation>Đưa các ảnh còn lại vào album…</translation>
    </message>
    <message>
        <source>Save list</source>
        <translation>Lưu danh sách</translation>
    </message>
    <message>
        <source>Save list…</source>
        <translation>Lưu danh sách…</translation>
    </message>
    <message>
        <source>This one is best</source>
        <translation>Ảnh này đẹp nhất</translation>
    </message>
    <message>
        <source>This shot is the best of its group now.</source>
        <translation>Ảnh này nay là ảnh đẹp nhất trong nhóm.</translation>
    </message>
</context>
<context>
    <name>LookAlikesPage</name>
    <message>
        <source>Bursts and near-identical photos will stand here once there are any.</source>
        <translation>Ảnh chụp liên tiếp và ảnh gần như trùng sẽ hiện ở đây khi có.</translation>
    </message>
    <message>
        <source>Exact copies</source>
        <translation>Bản trùng hệt</translation>
    </message>
    <message>
        <source>Files with the same content will stand here once there are any.</source>
        <translation>Các tệp có cùng nội dung sẽ hiện ở đây khi có.</translation>
    </message>
    <message>
        <source>Like shots</source>
        <translation>Ảnh gần giống</translation>
    </message>
    <message>
        <source>Like shots stand here once all photos have been looked at.</source>
        <translation>Ảnh gần giống sẽ hiện ở đây khi đã xem hết mọi ảnh.</translation>
    </message>
    <message>
        <source>Looking at your photos</source>
        <translation>Đang xem ảnh của bạn</translation>
    </message>
    <message>
        <source>Looking for groups</source>
        <translation>Đang tìm các nhóm</translation>
    </message>
    <message>
        <source>No file is there twice</source>
        <translation>Không có tệp nào bị trùng</translation>
    </message>
    <message>
        <source>No two shots are alike</source>
        <translation>Không có hai ảnh nào giống nhau</translation>
    </message>
    <message>
        <source>To find like shots, Homeroll has to look at what photos show. Exact copies are found without that.</source>
        <translation>Để tìm ảnh gần giống, Homeroll phải xem nội dung ảnh. Bản trùng hệt thì không cần.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Done again: {}</source>
        <translation>Đã làm lại: {}</translation>
    </message>
    <message>
        <source>Something went wrong: {}</source>
        <translation>Đã có lỗi: {}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Undone: {}</source>
        <translation>Đã hoàn tác: {}</translation>
    </message>
</context>
<context>
    <name>MapButtons</name>
    <message>
        <source>Show all places</source>
        <translation>Hiện mọi địa điểm</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Phóng to</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Thu nhỏ</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map</source>
        <translation>Bản đồ</translation>
    </message>
</context>
<context>
    <name>MessagePanel</name>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} trên {}</translation>
    </message>
</context>
<context>
    <name>MoreBar</name>
    <message>
        <source>Show more</source>
        <translation>Hiện thêm</translation>
    </message>
    <message>
        <source>The first {} of {}</source>
        <translation>{} đầu tiên trên {}</translation>
    </message>
</context>
<context>
    <name>NamesField</name>
    <message>
        <source>Album and number</source>
        <translation>Album và số</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Ngày và giờ</translation>
    </message>
    <message>
        <source>It may have {}</source>
        <translation>Có thể dùng {}</translation>
    </message>
    <message>
        <source>Keep names</source>
        <translation>Giữ tên</translation>
    </message>
    <message>
        <source>Names of the copies</source>
        <translation>Tên các bản sao</translation>
    </message>
    <message>
        <source>Own pattern</source>
        <translation>Mẫu riêng</translation>
    </message>
    <message>
        <source>Pattern for the names</source>
        <translation>Mẫu đặt tên</translation>
    </message>
    <message>
        <source>Such as {}</source>
        <translation>Ví dụ {}</translation>
    </message>
    <message>
        <source>“{}” means nothing here; known are {}.</source>
        <translation>“{}” không có nghĩa ở đây; các từ dùng được là {}.</translation>
    </message>
</context>
<context>
    <name>NetworkCard</name>
    <message>
        <source>Check now</source>
        <translation>Kiểm tra ngay</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Mạng</translation>
    </message>
    <message>
        <source>not refused</source>
        <translation>không bị từ chối</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>bị từ chối</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>Đóng thông báo này</translation>
    </message>
</context>
<context>
    <name>OffNote</name>
    <message>
        <source>Suggestions are off</source>
        <translation>Gợi ý đang tắt</translation>
    </message>
    <message>
        <source>To the switch</source>
        <translation>Đến công tắc</translation>
    </message>
</context>
<context>
    <name>OtherPrograms</name>
    <message>
        <source>No file manager answered. The file lies at {}</source>
        <translation>Không có trình quản lý tệp nào trả lời. Tệp nằm ở {}</translation>
    </message>
    <message>
        <source>No program opened it. The file lies at {}</source>
        <translation>Không có chương trình nào mở được. Tệp nằm ở {}</translation>
    </message>
    <message>
        <source>Path copied: {}</source>
        <translation>Đã sao chép đường dẫn: {}</translation>
    </message>
    <message>
        <source>“{}” is not there just now.</source>
        <translation>Hiện không có “{}” ở đó.</translation>
    </message>
</context>
<context>
    <name>PageMaker</name>
    <message>
        <source>Looking again.</source>
        <translation>Đang tìm lại.</translation>
    </message>
</context>
<context>
    <name>PhotoEdits</name>
    <message>
        <source>Caption taken away.</source>
        <translation>Đã gỡ chú thích.</translation>
    </message>
    <message>
        <source>Caption written.</source>
        <translation>Đã ghi chú thích.</translation>
    </message>
    <message>
        <source>View of “{}” turned. The file stays as it is.</source>
        <translation>Đã xoay cách xem “{}”. Tệp giữ nguyên.</translation>
    </message>
</context>
<context>
    <name>PhotoGrid</name>
    <message>
        <source>favourite</source>
        <translation>yêu thích</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>đã chọn</translation>
    </message>
    <message>
        <source>video</source>
        <translation>video</translation>
    </message>
</context>
<context>
    <name>PhotoMenu</name>
    <message>
        <source>Add to album</source>
        <translation>Thêm vào album</translation>
    </message>
    <message>
        <source>Caption…</source>
        <translation>Chú thích…</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Sao chép đường dẫn</translation>
    </message>
    <message>
        <source>Correct the date…</source>
        <translation>Sửa ngày…</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Yêu thích</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ẩn</translation>
    </message>
    <message>
        <source>New album</source>
        <translation>Album mới</translation>
    </message>
    <message>
        <source>New album…</source>
        <translation>Album mới…</translation>
    </message>
    <message>
        <source>Not a favourite any more</source>
        <translation>Bỏ yêu thích</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Hiện lại</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Hiện trong thư mục</translation>
    </message>
    <message>
        <source>{} added to “{}”.</source>
        <translation>Đã thêm {} vào “{}”.</translation>
    </message>
    <message>
        <source>“{}” has these photos already.</source>
        <translation>“{}” đã có những ảnh này.</translation>
    </message>
</context>
<context>
    <name>PhotosPage</name>
    <message>
        <source>Choose photos by date, place, theme and more</source>
        <translation>Chọn ảnh theo ngày, địa điểm, chủ đề và hơn nữa</translation>
    </message>
    <message>
        <source>Fewer words or other filters may find some. Hidden photos are not searched.</source>
        <translation>Bớt từ hoặc đổi bộ lọc có thể sẽ tìm thấy. Ảnh đã ẩn không được tìm.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Bộ lọc</translation>
    </message>
    <message>
        <source>No photo fits</source>
        <translation>Không có ảnh nào phù hợp</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Ảnh</translation>
    </message>
    <message>
        <source>Show all photos</source>
        <translation>Hiện tất cả ảnh</translation>
    </message>
</context>
<context>
    <name>PlaceList</name>
    <message>
        <source>Elsewhere</source>
        <translation>Nơi khác</translation>
    </message>
    <message>
        <source>Far from any town</source>
        <translation>Xa mọi thị trấn</translation>
    </message>
    <message>
        <source>Filter places</source>
        <translation>Lọc địa điểm</translation>
    </message>
    <message>
        <source>No place is called that.</source>
        <translation>Không có nơi nào tên như vậy.</translation>
    </message>
    <message>
        <source>Photos here</source>
        <translation>Ảnh ở đây</translation>
    </message>
    <message>
        <source>Places by number of photos</source>
        <translation>Địa điểm theo số ảnh</translation>
    </message>
    <message>
        <source>Show photos</source>
        <translation>Xem ảnh</translation>
    </message>
</context>
<context>
    <name>PlaceWords</name>
    <message>
        <source>Hide this day</source>
        <translation>Ẩn ngày này</translation>
    </message>
    <message>
        <source>Hide this place…</source>
        <translation>Ẩn nơi này…</translation>
    </message>
    <message>
        <source>I live here</source>
        <translation>Tôi sống ở đây</translation>
    </message>
    <message>
        <source>I lived here…</source>
        <translation>Tôi từng sống ở đây…</translation>
    </message>
    <message>
        <source>Keep this place private…</source>
        <translation>Giữ riêng tư nơi này…</translation>
    </message>
    <message>
        <source>{} is a home.</source>
        <translation>{} là nơi ở.</translation>
    </message>
    <message>
        <source>{} is private: no copy tells it.</source>
        <translation>{} là nơi riêng tư: không bản sao nào cho biết.</translation>
    </message>
    <message>
        <source>{} was a home.</source>
        <translation>{} từng là nơi ở.</translation>
    </message>
</context>
<context>
    <name>PlacesPage</name>
    <message>
        <source>Drop a folder of photos on the window, and see here where they are from.</source>
        <translation>Thả một thư mục ảnh vào cửa sổ để xem ảnh được chụp ở đâu.</translation>
    </message>
    <message>
        <source>Far from any town</source>
        <translation>Xa mọi thị trấn</translation>
    </message>
    <message>
        <source>Hide homes</source>
        <translation>Ẩn nơi ở</translation>
    </message>
    <message>
        <source>Leave out photos taken within 2 km of a home</source>
        <translation>Bỏ qua ảnh chụp trong vòng 2 km quanh nơi ở</translation>
    </message>
    <message>
        <source>Looking where photos were taken</source>
        <translation>Đang xem ảnh được chụp ở đâu</translation>
    </message>
    <message>
        <source>Map, {}</source>
        <translation>Bản đồ, {}</translation>
    </message>
    <message>
        <source>No home is known. “I live here” in the menu of a photo names one.</source>
        <translation>Chưa biết nơi ở nào. Chọn “Tôi sống ở đây” trong menu của ảnh để thêm.</translation>
    </message>
    <message>
        <source>No photos yet</source>
        <translation>Chưa có ảnh</translation>
    </message>
    <message>
        <source>None of your photos say where they were taken</source>
        <translation>Không có ảnh nào cho biết nơi chụp</translation>
    </message>
    <message>
        <source>Phones write the place into photos when the camera may use the location. Photos sent by messengers have mostly lost it: add the folder with the originals, or a whole Takeout, whose lists know the places.</source>
        <translation>Điện thoại ghi nơi chụp vào ảnh khi máy ảnh được dùng vị trí. Ảnh gửi qua tin nhắn hầu hết đã mất thông tin này: hãy thêm thư mục ảnh gốc, hoặc cả bộ Takeout, nơi có danh sách địa điểm.</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>chosen: {}</source>
        <translation>đã chọn: {}</translation>
    </message>
    <message>
        <source>largest: {}</source>
        <translation>nhiều nhất: {}</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Birthdays and other days that find their photos every year.</source>
        <translation>Sinh nhật và những ngày khác tìm ra ảnh của mỗi năm.</translation>
    </message>
    <message>
        <source>Dates to remember</source>
        <translation>Ngày đáng nhớ</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Chưa có gì.</translation>
    </message>
    <message>
        <source>Save this list</source>
        <translation>Lưu danh sách này</translation>
    </message>
    <message>
        <source>Save this list…</source>
        <translation>Lưu danh sách này…</translation>
    </message>
    <message>
        <source>Saved as “{}”.</source>
        <translation>Đã lưu thành “{}”.</translation>
    </message>
    <message>
        <source>Settings and privacy</source>
        <translation>Cài đặt và riêng tư</translation>
    </message>
    <message>
        <source>Show the dates</source>
        <translation>Xem các ngày</translation>
    </message>
    <message>
        <source>What was decided, and when</source>
        <translation>Những gì đã quyết định, và khi nào</translation>
    </message>
</context>
<context>
    <name>PrivatePlaceDialog</name>
    <message>
        <source>Keep private</source>
        <translation>Giữ riêng tư</translation>
    </message>
    <message>
        <source>Keep {} private?</source>
        <translation>Giữ riêng tư {}?</translation>
    </message>
    <message>
        <source>No copy that you export tells a position around this place, even when the others keep theirs. Photos stay as they are, and you still see this place here.</source>
        <translation>Không bản sao nào bạn xuất cho biết vị trí quanh nơi này, kể cả khi các bản khác giữ vị trí. Ảnh vẫn nguyên, và bạn vẫn thấy nơi này ở đây.</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Copy paths</source>
        <translation>Sao chép đường dẫn</translation>
    </message>
    <message>
        <source>Copy with reasons</source>
        <translation>Sao chép kèm lý do</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>What needs a look</source>
        <translation>Những gì cần xem</translation>
    </message>
</context>
<context>
    <name>ProblemsPage</name>
    <message>
        <source>Copy paths</source>
        <translation>Sao chép đường dẫn</translation>
    </message>
    <message>
        <source>Copy selected paths</source>
        <translation>Sao chép đường dẫn đã chọn</translation>
    </message>
    <message>
        <source>Every picture in your folders could be read.</source>
        <translation>Mọi ảnh trong thư mục của bạn đều đọc được.</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Không có vấn đề</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Vấn đề</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Try selected again</source>
        <translation>Thử lại mục đã chọn</translation>
    </message>
    <message>
        <source>{} on the clipboard.</source>
        <translation>{} đã vào bảng nhớ tạm.</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Đã tạm dừng</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Đang bắt đầu</translation>
    </message>
    <message>
        <source>{} a second</source>
        <translation>{} mỗi giây</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} trên {}</translation>
    </message>
</context>
<context>
    <name>PromisesPage</name>
    <message>
        <source>Bytes written to your photo folders since the start: {}</source>
        <translation>Số byte đã ghi vào thư mục ảnh của bạn từ lúc khởi động: {}</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Kiểm tra ngay</translation>
    </message>
    <message>
        <source>Files opened there for reading since the start: {}</source>
        <translation>Số tệp ở đó đã mở để đọc từ lúc khởi động: {}</translation>
    </message>
    <message>
        <source>How Homeroll keeps its promises</source>
        <translation>Homeroll giữ lời hứa như thế nào</translation>
    </message>
    <message>
        <source>How it is kept</source>
        <translation>Được giữ bằng cách nào</translation>
    </message>
    <message>
        <source>How to check it yourself</source>
        <translation>Tự kiểm tra thế nào</translation>
    </message>
    <message>
        <source>Settings and privacy</source>
        <translation>Cài đặt và riêng tư</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Thử xem</translation>
    </message>
    <message>
        <source>What it cannot promise</source>
        <translation>Điều không thể hứa</translation>
    </message>
    <message>
        <source>What must be refused is attempted here and now. Nothing is sent, nothing written.</source>
        <translation>Những gì phải bị từ chối sẽ được thử ngay tại đây. Không gửi gì, không ghi gì.</translation>
    </message>
    <message>
        <source>A decoding process that would {}</source>
        <translation>Tiến trình giải mã nếu muốn {}</translation>
    </message>
    <message>
        <source>Writing to one of your photos</source>
        <translation>Ghi vào một ảnh của bạn</translation>
    </message>
    <message>
        <source>✓  {}: refused</source>
        <translation>✓  {}: bị từ chối</translation>
    </message>
    <message>
        <source>✕  {}: not refused</source>
        <translation>✕  {}: không bị từ chối</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>Ổ đĩa</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>&amp;Chọn tất cả</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>Tă&amp;ng</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>&amp;Giảm</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>%1
Directory not found.
Please verify the correct directory name was given.</source>
        <translation>%1
Không tìm thấy thư mục.
Hãy kiểm tra lại tên thư mục.</translation>
    </message>
    <message>
        <source>%1
File not found.
Please verify the correct file name was given.</source>
        <translation>%1
Không tìm thấy tệp.
Hãy kiểm tra lại tên tệp.</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>%1 đã tồn tại.
Bạn có muốn thay thế không?</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Chọn</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation>Thư mục &amp;mới</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Mở</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Đổ&amp;i tên</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation>Alt+Left</translation>
    </message>
    <message>
        <source>Alt+Right</source>
        <translation>Alt+Right</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation>Alt+Up</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Change to detail view mode</source>
        <translation>Chuyển sang dạng chi tiết</translation>
    </message>
    <message>
        <source>Change to list view mode</source>
        <translation>Chuyển sang dạng danh sách</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Tạo thư mục mới</translation>
    </message>
    <message>
        <source>Create a New Folder</source>
        <translation>Tạo thư mục mới</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>Dạng chi tiết</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Thư mục:</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Ổ đĩa</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>&amp;Tên tệp:</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Loại tệp:</translation>
    </message>
    <message>
        <source>Find Directory</source>
        <translation>Tìm thư mục</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Tiến tới</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>Tiến tới</translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <translation>Đến thư mục cha</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>Dạng danh sách</translation>
    </message>
    <message>
        <source>List of places and bookmarks</source>
        <translation>Danh sách địa điểm và dấu trang</translation>
    </message>
    <message>
        <source>Look in:</source>
        <translation>Tìm trong:</translation>
    </message>
    <message>
        <source>My Computer</source>
        <translation>Máy tính</translation>
    </message>
    <message>
        <source>New Folder</source>
        <translation>Thư mục mới</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Thư mục cha</translation>
    </message>
    <message>
        <source>Recent Places</source>
        <translation>Nơi gần đây</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Gỡ</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>Lưu thành</translation>
    </message>
    <message>
        <source>Show </source>
        <translation>Hiện </translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>Hiện tệp ẩ&amp;n</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Thanh bên</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Computer</source>
        <translation>Máy tính</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>Ngày sửa</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Kích thước</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Loại</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Sao chép</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Dán</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Làm lại</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Cắt</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Chọn tất cả</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Không</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Có</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Trợ giúp</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Đặt lại</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Sao chép</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Dán</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Làm lại</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Cắt</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Chọn tất cả</translation>
    </message>
</context>
<context>
    <name>RadiusDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>How far around?</source>
        <translation>Bao xa xung quanh?</translation>
    </message>
</context>
<context>
    <name>ReasonsPanel</name>
    <message>
        <source>All photos of this suggestion</source>
        <translation>Mọi ảnh của gợi ý này</translation>
    </message>
    <message>
        <source>Not right?</source>
        <translation>Chưa đúng?</translation>
    </message>
    <message>
        <source>Show all alike</source>
        <translation>Hiện mọi ảnh giống nhau</translation>
    </message>
    <message>
        <source>Show these photos</source>
        <translation>Hiện những ảnh này</translation>
    </message>
    <message>
        <source>Why this suggestion</source>
        <translation>Vì sao có gợi ý này</translation>
    </message>
</context>
<context>
    <name>RemainsDialog</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Copies and what they would tell</source>
        <translation>Các bản sao và những gì chúng sẽ tiết lộ</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Left out: data in this kind of video cannot be removed</source>
        <translation>Bỏ qua: không thể gỡ thông tin trong loại video này</translation>
    </message>
    <message>
        <source>Left out: it cannot be read</source>
        <translation>Bỏ qua: không đọc được</translation>
    </message>
    <message>
        <source>Left out: it is hidden</source>
        <translation>Bỏ qua: ảnh bị ẩn</translation>
    </message>
    <message>
        <source>Left out: there is no small picture of it yet</source>
        <translation>Bỏ qua: chưa có ảnh nhỏ</translation>
    </message>
    <message>
        <source>Tells</source>
        <translation>Tiết lộ</translation>
    </message>
    <message>
        <source>This is what Homeroll knows of the files. Names, people in the picture and words in it stay what they are.</source>
        <translation>Đây là những gì Homeroll biết về các tệp. Tên, người và chữ trong ảnh vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>and whatever else the file carries</source>
        <translation>và mọi thứ khác có trong tệp</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>máy ảnh</translation>
    </message>
    <message>
        <source>caption</source>
        <translation>chú thích</translation>
    </message>
    <message>
        <source>date and time</source>
        <translation>ngày giờ</translation>
    </message>
    <message>
        <source>no place, for it is private</source>
        <translation>không địa điểm, vì là nơi riêng tư</translation>
    </message>
    <message>
        <source>nothing but the picture</source>
        <translation>không gì ngoài hình ảnh</translation>
    </message>
    <message>
        <source>place</source>
        <translation>địa điểm</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>Events you changed</source>
        <translation>Các dịp bạn đã thay đổi</translation>
    </message>
    <message>
        <source>No rules yet</source>
        <translation>Chưa có quy tắc nào</translation>
    </message>
    <message>
        <source>Open a suggestion that is not right, or its menu “⋯”, and say so: never this place, never this date, not an event, less of this kind. What you said stands here and can be taken back.</source>
        <translation>Mở một gợi ý chưa đúng, hoặc menu “⋯” của nó, rồi cho biết: không bao giờ nơi này, không bao giờ ngày này, không phải là một dịp, ít loại này hơn. Những gì bạn nói nằm ở đây và có thể rút lại.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Quy tắc</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Rút lại</translation>
    </message>
    <message>
        <source>What you said of suggestions</source>
        <translation>Những gì bạn đã nói về gợi ý</translation>
    </message>
</context>
<context>
    <name>Scrubber</name>
    <message>
        <source>Years</source>
        <translation>Năm</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>Xóa nội dung tìm</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>Tìm (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search dates, places, themes, file names</source>
        <translation>Tìm ngày, địa điểm, chủ đề, tên tệp</translation>
    </message>
    <message>
        <source>What the words may mean</source>
        <translation>Các từ này có thể có nghĩa</translation>
    </message>
</context>
<context>
    <name>SelectionButton</name>
    <message>
        <source>Selected…</source>
        <translation>Đã chọn…</translation>
    </message>
    <message>
        <source>What can be done with the selected photos</source>
        <translation>Những việc làm được với ảnh đã chọn</translation>
    </message>
    <message>
        <source>What can be done with the selected photos (also: right click)</source>
        <translation>Những việc làm được với ảnh đã chọn (hoặc nhấp chuột phải)</translation>
    </message>
</context>
<context>
    <name>ShiftFields</name>
    <message>
        <source>Days</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Sớm hơn</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Giờ</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Muộn hơn</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Phút</translation>
    </message>
    <message>
        <source>days</source>
        <translation>ngày</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>giờ</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>phút</translation>
    </message>
</context>
<context>
    <name>ShotDelegate</name>
    <message>
        <source>Best</source>
        <translation>Đẹp nhất</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Riêng tư</translation>
    </message>
    <message>
        <source>Stays on this computer</source>
        <translation>Ở lại trên máy tính này</translation>
    </message>
</context>
<context>
    <name>SignalsCard</name>
    <message>
        <source>All folders</source>
        <translation>Mọi thư mục</translation>
    </message>
    <message>
        <source>Dates and groups</source>
        <translation>Ngày và nhóm</translation>
    </message>
    <message>
        <source>Faces counted</source>
        <translation>Đếm khuôn mặt</translation>
    </message>
    <message>
        <source>New: look at it too?</source>
        <translation>Mới: xem cả thư mục này?</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>What is seen</source>
        <translation>Nội dung ảnh</translation>
    </message>
    <message>
        <source>What may be worked out, and from which folders</source>
        <translation>Những gì được suy ra, và từ thư mục nào</translation>
    </message>
    <message>
        <source>Whatever is turned off here is erased at once, with what was made of it; the rest is made anew without it. A folder added later stands at no until you answer for it.</source>
        <translation>Thứ gì bị tắt ở đây được xóa ngay, cùng với những gì tạo từ nó; phần còn lại được tạo lại mà không có nó. Thư mục thêm sau được coi là không cho đến khi bạn trả lời.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Có</translation>
    </message>
    <message>
        <source>all folders</source>
        <translation>mọi thư mục</translation>
    </message>
    <message>
        <source>{}, {}</source>
        <translation>{}, {}</translation>
    </message>
</context>
<context>
    <name>SlideshowBar</name>
    <message>
        <source>End slideshow</source>
        <translation>Kết thúc trình chiếu</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>{} s</source>
        <translation>{} giây</translation>
    </message>
    <message>
        <source>{} seconds each</source>
        <translation>Mỗi ảnh {} giây</translation>
    </message>
</context>
<context>
    <name>SortsPage</name>
    <message>
        <source>No sorts of pictures yet</source>
        <translation>Chưa có loại ảnh nào</translation>
    </message>
    <message>
        <source>Sorting pictures</source>
        <translation>Đang phân loại ảnh</translation>
    </message>
    <message>
        <source>Sorts are made when all photos have been looked at.</source>
        <translation>Các loại được tạo khi đã xem hết ảnh.</translation>
    </message>
    <message>
        <source>Sorts of pictures</source>
        <translation>Các loại ảnh</translation>
    </message>
    <message>
        <source>To sort pictures by what they show, Homeroll has to look at them.</source>
        <translation>Để phân loại ảnh theo nội dung, Homeroll phải xem ảnh.</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Quay lại</translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message>
        <source>Sources</source>
        <translation>Nguồn</translation>
    </message>
</context>
<context>
    <name>StripCard</name>
    <message>
        <source>Looking at the photos…</source>
        <translation>Đang xem ảnh…</translation>
    </message>
    <message>
        <source>Remove location and personal data</source>
        <translation>Gỡ vị trí và dữ liệu cá nhân</translation>
    </message>
    <message>
        <source>The place of {} is left out, for it is private.</source>
        <translation>Địa điểm của {} được bỏ đi, vì là nơi riêng tư.</translation>
    </message>
    <message>
        <source>The title of the album names a private place.</source>
        <translation>Tên album nhắc đến một nơi riêng tư.</translation>
    </message>
    <message>
        <source>These copies will tell: {}.</source>
        <translation>Các bản này sẽ tiết lộ: {}.</translation>
    </message>
    <message>
        <source>These photos carry no location and no camera data.</source>
        <translation>Những ảnh này không có vị trí và dữ liệu máy ảnh.</translation>
    </message>
    <message>
        <source>What each copy would tell…</source>
        <translation>Mỗi bản sao sẽ tiết lộ gì…</translation>
    </message>
    <message>
        <source>Without it, these copies would tell: {}.</source>
        <translation>Nếu không gỡ, các bản này sẽ tiết lộ: {}.</translation>
    </message>
    <message>
        <source>the camera of {}</source>
        <translation>máy ảnh của {}</translation>
    </message>
    <message>
        <source>where {} were taken</source>
        <translation>nơi chụp của {}</translation>
    </message>
    <message>
        <source>{} and {}</source>
        <translation>{} và {}</translation>
    </message>
</context>
<context>
    <name>SuggestionCard</name>
    <message>
        <source>Dismiss</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Not right?</source>
        <translation>Chưa đúng?</translation>
    </message>
    <message>
        <source>Not right?: {}</source>
        <translation>Chưa đúng?: {}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Save album</source>
        <translation>Lưu album</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation>{}: {}</translation>
    </message>
</context>
<context>
    <name>SuggestionMenu</name>
    <message>
        <source>Not right?</source>
        <translation>Chưa đúng?</translation>
    </message>
</context>
<context>
    <name>SuggestionPage</name>
    <message>
        <source>Dismiss</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Not part of this</source>
        <translation>Không thuộc về đây</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Đổi tên</translation>
    </message>
    <message>
        <source>Rename this suggestion</source>
        <translation>Đổi tên gợi ý này</translation>
    </message>
    <message>
        <source>Split before this photo</source>
        <translation>Tách trước ảnh này</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>Không có ngày</translation>
    </message>
    <message>
        <source>‹ Suggestions</source>
        <translation>‹ Gợi ý</translation>
    </message>
</context>
<context>
    <name>SuggestionsPage</name>
    <message>
        <source>Add a folder of photos, and albums are proposed here.</source>
        <translation>Thêm một thư mục ảnh, album sẽ được đề xuất ở đây.</translation>
    </message>
    <message>
        <source>Dates to remember</source>
        <translation>Ngày đáng nhớ</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Đã bỏ qua</translation>
    </message>
    <message>
        <source>Hidden photos</source>
        <translation>Ảnh đã ẩn</translation>
    </message>
    <message>
        <source>Homeroll proposes few albums and only when it is fairly sure. More photos, or a birthday under More, give it more to go by.</source>
        <translation>Homeroll chỉ đề xuất ít album, khi khá chắc chắn. Thêm ảnh, hoặc thêm ngày sinh nhật trong mục Thêm, sẽ cho nó nhiều căn cứ hơn.</translation>
    </message>
    <message>
        <source>Homes</source>
        <translation>Nơi ở</translation>
    </message>
    <message>
        <source>Looking at your photos</source>
        <translation>Đang xem ảnh của bạn</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>No photos yet</source>
        <translation>Chưa có ảnh</translation>
    </message>
    <message>
        <source>Nothing to propose just now</source>
        <translation>Hiện chưa có gì để đề xuất</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Quy tắc</translation>
    </message>
    <message>
        <source>Show dismissed</source>
        <translation>Hiện mục đã bỏ qua</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Hiện thêm</translation>
    </message>
    <message>
        <source>Sorts of pictures</source>
        <translation>Các loại ảnh</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Gợi ý</translation>
    </message>
    <message>
        <source>Suggestions appear here when all photos have been looked at.</source>
        <translation>Gợi ý sẽ hiện ở đây khi đã xem hết ảnh.</translation>
    </message>
    <message>
        <source>Suggestions are off</source>
        <translation>Gợi ý đang tắt</translation>
    </message>
    <message>
        <source>Taught themes</source>
        <translation>Chủ đề đã dạy</translation>
    </message>
    <message>
        <source>Turned on, Homeroll groups your photos by time and place, finds trips, birthdays and other occasions, and proposes a few albums, each with its reasons. You keep or dismiss them. Nothing leaves this computer.</source>
        <translation>Khi bật, Homeroll nhóm ảnh theo thời gian và địa điểm, tìm ra chuyến đi, sinh nhật và các dịp khác, rồi đề xuất vài album, mỗi album kèm lý do. Bạn giữ hoặc bỏ qua. Không có gì rời khỏi máy tính này.</translation>
    </message>
    <message>
        <source>‹ Suggestions</source>
        <translation>‹ Gợi ý</translation>
    </message>
</context>
<context>
    <name>SwitchCard</name>
    <message>
        <source>Homeroll looks at {} in {}, on this computer only, to propose albums. Turning this off erases everything it learnt; your photos and saved albums stay.</source>
        <translation>Homeroll xem {} trong {}, chỉ trên máy tính này, để đề xuất album. Tắt đi sẽ xóa mọi thứ đã học được; ảnh và album đã lưu vẫn còn.</translation>
    </message>
    <message>
        <source>Off. When on, Homeroll looks at your photos, on this computer only, to propose albums. Turning it off again erases everything it learnt; your photos and saved albums stay.</source>
        <translation>Đang tắt. Khi bật, Homeroll xem ảnh của bạn, chỉ trên máy tính này, để đề xuất album. Tắt lại sẽ xóa mọi thứ đã học được; ảnh và album đã lưu vẫn còn.</translation>
    </message>
    <message>
        <source>Suggestions from your photo roll</source>
        <translation>Gợi ý từ kho ảnh của bạn</translation>
    </message>
</context>
<context>
    <name>TagPicker</name>
    <message>
        <source>Nothing to choose from</source>
        <translation>Không có gì để chọn</translation>
    </message>
    <message>
        <source>Type to find</source>
        <translation>Gõ để tìm</translation>
    </message>
</context>
<context>
    <name>TaughtPage</name>
    <message>
        <source>Select 5 or more photos that show the same, such as a pet, a plant or a place, and choose “Teach a theme…” in their menu. Homeroll ranks all other photos by how surely they show it, and each yes and no makes it better.</source>
        <translation>Chọn từ 5 ảnh có cùng nội dung trở lên, như thú cưng, cây cối hay một nơi chốn, rồi chọn “Dạy chủ đề…” trong menu. Homeroll xếp hạng mọi ảnh khác theo mức chắc chắn; mỗi câu trả lời có hay không sẽ giúp kết quả tốt hơn.</translation>
    </message>
    <message>
        <source>Taught themes</source>
        <translation>Chủ đề đã dạy</translation>
    </message>
    <message>
        <source>Teach Homeroll what to look for</source>
        <translation>Dạy Homeroll cần tìm gì</translation>
    </message>
    <message>
        <source>{} not this</source>
        <translation>{} không phải</translation>
    </message>
    <message>
        <source>‹ Suggestions</source>
        <translation>‹ Gợi ý</translation>
    </message>
</context>
<context>
    <name>TaughtThemePage</name>
    <message>
        <source>Forget this theme</source>
        <translation>Quên chủ đề này</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Đổi tên</translation>
    </message>
    <message>
        <source>Rename the theme</source>
        <translation>Đổi tên chủ đề</translation>
    </message>
    <message>
        <source>Save album</source>
        <translation>Lưu album</translation>
    </message>
    <message>
        <source>{} more surely show it</source>
        <translation>thêm {} chắc chắn thuộc chủ đề</translation>
    </message>
    <message>
        <source>‹ Taught themes</source>
        <translation>‹ Chủ đề đã dạy</translation>
    </message>
</context>
<context>
    <name>TeachMenu</name>
    <message>
        <source>Add to theme</source>
        <translation>Thêm vào chủ đề</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Thêm ảnh giống thế này</translation>
    </message>
    <message>
        <source>Teach a theme: select 5 or more photos that show it</source>
        <translation>Dạy chủ đề: chọn từ 5 ảnh thuộc chủ đề đó</translation>
    </message>
    <message>
        <source>Teach a theme…</source>
        <translation>Dạy chủ đề…</translation>
    </message>
    <message>
        <source>What do these photos show?</source>
        <translation>Những ảnh này chụp gì?</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>Add folder</source>
        <translation>Thêm thư mục</translation>
    </message>
    <message>
        <source>Homeroll found no photo that it can read. What could not be read stands on the page “Problems”, with the reasons.</source>
        <translation>Homeroll không tìm thấy ảnh nào đọc được. Những gì không đọc được nằm ở trang “Vấn đề”, kèm lý do.</translation>
    </message>
    <message>
        <source>No photos here</source>
        <translation>Không có ảnh ở đây</translation>
    </message>
    <message>
        <source>Reading your photos</source>
        <translation>Đang đọc ảnh của bạn</translation>
    </message>
    <message>
        <source>They appear here as they are found.</source>
        <translation>Ảnh hiện ra ở đây khi được tìm thấy.</translation>
    </message>
    <message>
        <source>Thumbnail size</source>
        <translation>Cỡ ảnh thu nhỏ</translation>
    </message>
    <message>
        <source>Thumbnail size (Ctrl and wheel)</source>
        <translation>Cỡ ảnh thu nhỏ (Ctrl và con lăn)</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>Không có ngày</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>This photo is not in the library any more.</source>
        <translation>Ảnh này không còn trong thư viện.</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Trình xem ảnh</translation>
    </message>
</context>
<context>
    <name>ViewerBar</name>
    <message>
        <source>Add to album</source>
        <translation>Thêm vào album</translation>
    </message>
    <message>
        <source>Caption, rotate, show in folder, full screen</source>
        <translation>Chú thích, xoay, hiện trong thư mục, toàn màn hình</translation>
    </message>
    <message>
        <source>Caption…</source>
        <translation>Chú thích…</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Sao chép đường dẫn</translation>
    </message>
    <message>
        <source>Correct the date…</source>
        <translation>Sửa ngày…</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Yêu thích</translation>
    </message>
    <message>
        <source>Favourite (F)</source>
        <translation>Yêu thích (F)</translation>
    </message>
    <message>
        <source>Fit · {} %</source>
        <translation>Vừa khung · {} %</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Toàn màn hình</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Thông tin</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>More for this photo</source>
        <translation>Thao tác khác với ảnh này</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Thêm ảnh giống thế này</translation>
    </message>
    <message>
        <source>Plays the moving picture of this photo in your video player</source>
        <translation>Phát ảnh động của ảnh này bằng trình phát video của bạn</translation>
    </message>
    <message>
        <source>Quarter turn clockwise, Shift+R the other way; the file stays as it is</source>
        <translation>Xoay 90° theo chiều kim đồng hồ, Shift+R xoay ngược lại; tệp giữ nguyên</translation>
    </message>
    <message>
        <source>Rotate view</source>
        <translation>Xoay cách xem</translation>
    </message>
    <message>
        <source>Rotate view to the left</source>
        <translation>Xoay cách xem sang trái</translation>
    </message>
    <message>
        <source>Rotate view to the right</source>
        <translation>Xoay cách xem sang phải</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Hiện trong thư mục</translation>
    </message>
    <message>
        <source>Slideshow</source>
        <translation>Trình chiếu</translation>
    </message>
    <message>
        <source>Slideshow (S)</source>
        <translation>Trình chiếu (S)</translation>
    </message>
    <message>
        <source>Zoom, {} percent</source>
        <translation>Thu phóng, {} phần trăm</translation>
    </message>
    <message>
        <source>{} %</source>
        <translation>{} %</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} trên {}</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Quay lại</translation>
    </message>
</context>
<context>
    <name>WhenFields</name>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Giờ</translation>
    </message>
</context>
<context>
    <name>WithheldShelf</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Close withheld photos</source>
        <translation>Đóng ảnh được giữ lại</translation>
    </message>
    <message>
        <source>Hidden photos</source>
        <translation>Ảnh đã ẩn</translation>
    </message>
    <message>
        <source>Put all in</source>
        <translation>Đưa tất cả vào</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>Đưa vào</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Hiện</translation>
    </message>
    <message>
        <source>Show withheld photos</source>
        <translation>Hiện ảnh được giữ lại</translation>
    </message>
    <message>
        <source>Withheld photos</source>
        <translation>Ảnh được giữ lại</translation>
    </message>
</context>
<context>
    <name>WordsPage</name>
    <message>
        <source>Back to suggestions</source>
        <translation>Trở về Gợi ý</translation>
    </message>
    <message>
        <source>‹ Suggestions</source>
        <translation>‹ Gợi ý</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>About Homeroll</source>
        <translation>Giới thiệu Homeroll</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Thêm thư mục…</translation>
    </message>
    <message>
        <source>Back from the viewer</source>
        <translation>Thoát trình xem ảnh</translation>
    </message>
    <message>
        <source>Best of like shots; keep it too</source>
        <translation>Đẹp nhất trong ảnh gần giống; giữ thêm</translation>
    </message>
    <message>
        <source>Caption in the viewer</source>
        <translation>Chú thích trong trình xem</translation>
    </message>
    <message>
        <source>Correct the date…</source>
        <translation>Sửa ngày…</translation>
    </message>
    <message>
        <source>Dates to remember</source>
        <translation>Ngày đáng nhớ</translation>
    </message>
    <message>
        <source>Export album…</source>
        <translation>Xuất album…</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Yêu thích</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Toàn màn hình</translation>
    </message>
    <message>
        <source>Hidden photos</source>
        <translation>Ảnh đã ẩn</translation>
    </message>
    <message>
        <source>Homes</source>
        <translation>Nơi ở</translation>
    </message>
    <message>
        <source>How Homeroll keeps its promises</source>
        <translation>Homeroll giữ lời hứa như thế nào</translation>
    </message>
    <message>
        <source>Information in the viewer</source>
        <translation>Thông tin trong trình xem ảnh</translation>
    </message>
    <message>
        <source>Keyboard map</source>
        <translation>Bảng phím tắt</translation>
    </message>
    <message>
        <source>Larger thumbnails</source>
        <translation>Ảnh thu nhỏ lớn hơn</translation>
    </message>
    <message>
        <source>Look for new photos</source>
        <translation>Tìm ảnh mới</translation>
    </message>
    <message>
        <source>Look-alikes</source>
        <translation>Ảnh giống nhau</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Thêm ảnh giống thế này</translation>
    </message>
    <message>
        <source>Move and zoom the map</source>
        <translation>Di chuyển và thu phóng bản đồ</translation>
    </message>
    <message>
        <source>New album…</source>
        <translation>Album mới…</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Ảnh</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>Play a video in your player</source>
        <translation>Phát video bằng trình phát của bạn</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Thoát</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <source>Remove from the album</source>
        <translation>Gỡ khỏi album</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Đổi tên</translation>
    </message>
    <message>
        <source>Rotate the view, right or left</source>
        <translation>Xoay cách xem, phải hoặc trái</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Quy tắc</translation>
    </message>
    <message>
        <source>Search photos</source>
        <translation>Tìm ảnh</translation>
    </message>
    <message>
        <source>See the photo large</source>
        <translation>Xem ảnh cỡ lớn</translation>
    </message>
    <message>
        <source>Select a range</source>
        <translation>Chọn một dải</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Chọn tất cả</translation>
    </message>
    <message>
        <source>Select the whole day</source>
        <translation>Chọn cả ngày</translation>
    </message>
    <message>
        <source>Select, or tick and untick</source>
        <translation>Chọn, hoặc đánh dấu và bỏ dấu</translation>
    </message>
    <message>
        <source>Settings and privacy</source>
        <translation>Cài đặt và riêng tư</translation>
    </message>
    <message>
        <source>Show in folder, in the viewer</source>
        <translation>Hiện trong thư mục, trong trình xem</translation>
    </message>
    <message>
        <source>Slideshow</source>
        <translation>Trình chiếu</translation>
    </message>
    <message>
        <source>Slideshow in the viewer; pause</source>
        <translation>Trình chiếu trong trình xem; tạm dừng</translation>
    </message>
    <message>
        <source>Smaller thumbnails</source>
        <translation>Ảnh thu nhỏ nhỏ hơn</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Gợi ý</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Walk over the groups of the map</source>
        <translation>Đi qua các nhóm trên bản đồ</translation>
    </message>
    <message>
        <source>Walk over the photos</source>
        <translation>Đi qua các ảnh</translation>
    </message>
    <message>
        <source>Yes or no, on the page of a theme</source>
        <translation>Có hoặc không, trên trang chủ đề</translation>
    </message>
    <message>
        <source>Zoom in the viewer: fit, 100 %</source>
        <translation>Thu phóng trong trình xem: vừa khung, 100 %</translation>
    </message>
</context>
<context>
    <name>album_edits</name>
    <message>
        <source>Album renamed to “{}”.</source>
        <translation>Đã đổi tên album thành “{}”.</translation>
    </message>
    <message>
        <source>Album “{}” made.</source>
        <translation>Đã tạo album “{}”.</translation>
    </message>
    <message>
        <source>Album “{}” removed. Its photos are still there.</source>
        <translation>Đã gỡ album “{}”. Ảnh trong đó vẫn còn.</translation>
    </message>
    <message>
        <source>Order of “{}” changed.</source>
        <translation>Đã đổi thứ tự của “{}”.</translation>
    </message>
    <message>
        <source>This cannot be changed any more: {}</source>
        <translation>Không thể thay đổi nữa: {}</translation>
    </message>
    <message>
        <source>{} saved.</source>
        <translation>Đã lưu {}.</translation>
    </message>
    <message>
        <source>“{}” is dismissed and will not come back.</source>
        <translation>“{}” đã bị bỏ qua và sẽ không trở lại.</translation>
    </message>
    <message>
        <source>“{}” is proposed again.</source>
        <translation>“{}” được đề xuất lại.</translation>
    </message>
    <message>
        <source>“{}” is saved as an album.</source>
        <translation>Đã lưu “{}” thành album.</translation>
    </message>
</context>
<context>
    <name>ask_title</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>A theme needs a name.</source>
        <translation>Chủ đề cần có tên.</translation>
    </message>
    <message>
        <source>A theme needs {} photos or more that show it.</source>
        <translation>Chủ đề cần từ {} ảnh trở lên.</translation>
    </message>
    <message>
        <source>AVIF pictures</source>
        <translation>ảnh AVIF</translation>
    </message>
    <message>
        <source>All thumbnails</source>
        <translation>Mọi ảnh thu nhỏ</translation>
    </message>
    <message>
        <source>Catalog of files, dates and camera data</source>
        <translation>Danh mục tệp, ngày và dữ liệu máy ảnh</translation>
    </message>
    <message>
        <source>Catalogs from before a copy was put back</source>
        <translation>Danh mục trước khi khôi phục bản sao</translation>
    </message>
    <message>
        <source>Copies in backups, snapshots or in worn blocks of a drive are out of any program&apos;s reach. An encrypted drive protects those.</source>
        <translation>Bản sao trong các bản sao lưu, ảnh chụp ổ đĩa hay vùng đã mòn của ổ nằm ngoài tầm với của mọi chương trình. Ổ đĩa mã hóa bảo vệ những thứ đó.</translation>
    </message>
    <message>
        <source>Copies of the catalog</source>
        <translation>Bản sao danh mục</translation>
    </message>
    <message>
        <source>Counting faces</source>
        <translation>Đang đếm khuôn mặt</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>thiết bị đang bận</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>vượt hạn mức ổ đĩa</translation>
    </message>
    <message>
        <source>Erased with suggestions</source>
        <translation>Bị xóa cùng gợi ý</translation>
    </message>
    <message>
        <source>Erased {}, but these files are still there: {}.</source>
        <translation>Đã xóa {}, nhưng các tệp này vẫn còn: {}.</translation>
    </message>
    <message>
        <source>Erased {}; overwritten in place, nothing is left.</source>
        <translation>Đã xóa {}; đã ghi đè tại chỗ, không còn gì.</translation>
    </message>
    <message>
        <source>Erased {}; {} bytes overwritten, nothing is left.</source>
        <translation>Đã xóa {}; đã ghi đè {} byte, không còn gì.</translation>
    </message>
    <message>
        <source>Events and suggestions, which are made anew from what remains</source>
        <translation>Dịp và gợi ý, được tạo lại từ phần còn lại</translation>
    </message>
    <message>
        <source>Events, places and look-alikes</source>
        <translation>Dịp, địa điểm và ảnh giống nhau</translation>
    </message>
    <message>
        <source>Everything that was worked out</source>
        <translation>Mọi thứ đã được suy ra</translation>
    </message>
    <message>
        <source>Everything that was worked out from {}</source>
        <translation>Mọi thứ đã được suy ra từ {}</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Đang xuất</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>tệp đã tồn tại</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>tên tệp quá dài</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>tệp quá lớn</translation>
    </message>
    <message>
        <source>Finding albums</source>
        <translation>Đang tìm album</translation>
    </message>
    <message>
        <source>Finding dates and places</source>
        <translation>Đang tìm ngày và địa điểm</translation>
    </message>
    <message>
        <source>HEIC pictures</source>
        <translation>ảnh HEIC</translation>
    </message>
    <message>
        <source>Homeroll could not be put into the menu: {}.</source>
        <translation>Không thêm được Homeroll vào menu: {}.</translation>
    </message>
    <message>
        <source>Homeroll could not be taken out of the menu: {}.</source>
        <translation>Không gỡ được Homeroll khỏi menu: {}.</translation>
    </message>
    <message>
        <source>Homeroll has not looked at what this photo shows.</source>
        <translation>Homeroll chưa xem nội dung ảnh này.</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>lỗi vào/ra</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>là thư mục</translation>
    </message>
    <message>
        <source>It could not be read: {}.</source>
        <translation>Không đọc được: {}.</translation>
    </message>
    <message>
        <source>It is hidden in Homeroll.</source>
        <translation>Ảnh bị ẩn trong Homeroll.</translation>
    </message>
    <message>
        <source>It is left out of Homeroll, like everything named “{}”.</source>
        <translation>Bị Homeroll bỏ qua, như mọi thứ có tên “{}”.</translation>
    </message>
    <message>
        <source>Its folder is left out of Homeroll.</source>
        <translation>Thư mục của nó bị Homeroll bỏ qua.</translation>
    </message>
    <message>
        <source>Its sidecar would tell a place, perhaps in the caption; it was not written.</source>
        <translation>Tệp kèm sẽ cho biết một nơi, có thể trong chú thích; tệp kèm không được ghi.</translation>
    </message>
    <message>
        <source>JPEG 2000 pictures are not read.</source>
        <translation>Không đọc ảnh JPEG 2000.</translation>
    </message>
    <message>
        <source>JPEG XL pictures</source>
        <translation>ảnh JPEG XL</translation>
    </message>
    <message>
        <source>Left out, as you asked: {}.</source>
        <translation>Đã bỏ qua theo yêu cầu của bạn: {}.</translation>
    </message>
    <message>
        <source>Looking at photos</source>
        <translation>Đang xem ảnh</translation>
    </message>
    <message>
        <source>Looking at the album</source>
        <translation>Đang xem album</translation>
    </message>
    <message>
        <source>Looking for photos</source>
        <translation>Đang tìm ảnh</translation>
    </message>
    <message>
        <source>Made a JPEG of it: its own format cannot be stripped without loss.</source>
        <translation>Đã chuyển thành JPEG: định dạng gốc không thể gỡ thông tin mà không mất chất lượng.</translation>
    </message>
    <message>
        <source>Needed to show your photos</source>
        <translation>Cần để hiện ảnh của bạn</translation>
    </message>
    <message>
        <source>Network access is blocked for this app by the system.</source>
        <translation>Hệ thống đã chặn ứng dụng này truy cập mạng.</translation>
    </message>
    <message>
        <source>Network not blocked: started without the wall.</source>
        <translation>Mạng không bị chặn: chương trình khởi động không có bức tường.</translation>
    </message>
    <message>
        <source>Network not blocked: the system refused to set up the wall.</source>
        <translation>Mạng không bị chặn: hệ thống từ chối dựng bức tường.</translation>
    </message>
    <message>
        <source>No file or folder can have that name.</source>
        <translation>Không tệp hay thư mục nào có thể mang tên đó.</translation>
    </message>
    <message>
        <source>No photo can have been taken later than tomorrow.</source>
        <translation>Không ảnh nào có thể được chụp sau ngày mai.</translation>
    </message>
    <message>
        <source>No photo is older than {}, when photography began.</source>
        <translation>Không ảnh nào có trước năm {}, khi nhiếp ảnh ra đời.</translation>
    </message>
    <message>
        <source>No photo of “{}” can be shown; nothing was written.</source>
        <translation>Không ảnh nào của “{}” có thể hiện; không ghi gì cả.</translation>
    </message>
    <message>
        <source>No photo was touched.</source>
        <translation>Không ảnh nào bị đụng đến.</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>ổ đĩa hết chỗ</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>không có tệp hoặc thư mục này</translation>
    </message>
    <message>
        <source>None of these dates was corrected.</source>
        <translation>Không ngày nào trong số này đã được sửa.</translation>
    </message>
    <message>
        <source>None of these photos has a date that could be shifted.</source>
        <translation>Không ảnh nào trong số này có ngày để dời.</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>không phải thư mục</translation>
    </message>
    <message>
        <source>Nothing: nothing was worked out yet</source>
        <translation>Không có gì: chưa tìm ra gì</translation>
    </message>
    <message>
        <source>Nothing: you said nothing of the kind</source>
        <translation>Không có gì: bạn chưa nói điều gì như vậy</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Tắt</translation>
    </message>
    <message>
        <source>Only {} MB are free where Homeroll keeps its library. Make room there, or thumbnails may be missing.</source>
        <translation>Nơi Homeroll lưu thư viện chỉ còn trống {} MB. Hãy dọn chỗ, nếu không có thể thiếu ảnh thu nhỏ.</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>thao tác không được phép</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>không được phép</translation>
    </message>
    <message>
        <source>Qt&apos;s network library</source>
        <translation>thư viện mạng của Qt</translation>
    </message>
    <message>
        <source>RAW files</source>
        <translation>tệp RAW</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>hệ thống tệp chỉ đọc</translation>
    </message>
    <message>
        <source>Reading it crashed the decoder.</source>
        <translation>Tệp làm bộ giải mã bị sập.</translation>
    </message>
    <message>
        <source>Reading it took longer than 10 seconds.</source>
        <translation>Đọc tệp mất hơn 10 giây.</translation>
    </message>
    <message>
        <source>Reading photos</source>
        <translation>Đang đọc ảnh</translation>
    </message>
    <message>
        <source>Reading what lies beside photos</source>
        <translation>Đang đọc các tệp kèm ảnh</translation>
    </message>
    <message>
        <source>Reading {} needs the Python package “{}”.</source>
        <translation>Để đọc {} cần gói Python “{}”.</translation>
    </message>
    <message>
        <source>Say which name is to be left out, such as Screenshots or *.gif.</source>
        <translation>Hãy cho biết tên cần bỏ qua, như Screenshots hoặc *.gif.</translation>
    </message>
    <message>
        <source>Settings and the list of what was decided</source>
        <translation>Cài đặt và danh sách những gì đã quyết định</translation>
    </message>
    <message>
        <source>Some of it could not be taken out alone, so everything that was worked out went; what is still wanted is worked out anew.</source>
        <translation>Có phần không thể xóa riêng, nên mọi thứ đã suy ra đều được xóa; những gì còn cần sẽ được suy ra lại.</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>tệp trên mạng không còn hợp lệ</translation>
    </message>
    <message>
        <source>Stars, captions and corrected dates</source>
        <translation>Dấu sao, chú thích và ngày đã sửa</translation>
    </message>
    <message>
        <source>Stars, captions, corrected dates, and all else that you said</source>
        <translation>Dấu sao, chú thích, ngày đã sửa và mọi điều khác bạn đã nói</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Gợi ý</translation>
    </message>
    <message>
        <source>Suggestions from your photo roll are off, so nothing was worked out.</source>
        <translation>Gợi ý từ kho ảnh của bạn đang tắt, nên chưa tìm ra gì.</translation>
    </message>
    <message>
        <source>That is not left out.</source>
        <translation>Mục đó không bị bỏ qua.</translation>
    </message>
    <message>
        <source>The RAW file carries no preview that can be shown.</source>
        <translation>Tệp RAW không có ảnh xem trước để hiện.</translation>
    </message>
    <message>
        <source>The album “{}” has only hidden photos; nothing was written.</source>
        <translation>Album “{}” chỉ có ảnh đã ẩn; không ghi gì cả.</translation>
    </message>
    <message>
        <source>The album “{}” is empty; nothing was written.</source>
        <translation>Album “{}” trống; không ghi gì cả.</translation>
    </message>
    <message>
        <source>The bundled model “{}” is missing. Please install Homeroll again.</source>
        <translation>Thiếu mô hình đi kèm “{}”. Hãy cài lại Homeroll.</translation>
    </message>
    <message>
        <source>The bundled model “{}” was changed or damaged. Please install Homeroll again.</source>
        <translation>Mô hình đi kèm “{}” bị thay đổi hoặc bị hỏng. Hãy cài lại Homeroll.</translation>
    </message>
    <message>
        <source>The catalog could not be copied to “{}” ({}); older copies are kept.</source>
        <translation>Không sao chép được danh mục vào “{}” ({}); các bản sao cũ vẫn được giữ.</translation>
    </message>
    <message>
        <source>The catalog of {}. That never turns suggestions on: they are off.</source>
        <translation>Danh mục lúc {}. Việc này không bao giờ bật gợi ý: gợi ý đang tắt.</translation>
    </message>
    <message>
        <source>The copies of the catalog, which still hold it</source>
        <translation>Các bản sao của danh mục, vẫn còn giữ điều đó</translation>
    </message>
    <message>
        <source>The copy cannot be put back: {}.</source>
        <translation>Không khôi phục được bản sao: {}.</translation>
    </message>
    <message>
        <source>The copy could not be written to “{}” ({}); nothing is left there.</source>
        <translation>Không ghi được bản sao vào “{}” ({}); không để lại gì ở đó.</translation>
    </message>
    <message>
        <source>The copy would still have told its camera; it was not written.</source>
        <translation>Bản sao vẫn còn cho biết máy ảnh nên không được ghi.</translation>
    </message>
    <message>
        <source>The copy would still have told its place; it was not written.</source>
        <translation>Bản sao vẫn còn cho biết địa điểm nên không được ghi.</translation>
    </message>
    <message>
        <source>The copy would still have told more than the picture; it was not written.</source>
        <translation>Bản sao vẫn còn cho biết nhiều hơn bức ảnh nên không được ghi.</translation>
    </message>
    <message>
        <source>The decoder could not be started.</source>
        <translation>Không khởi động được bộ giải mã.</translation>
    </message>
    <message>
        <source>The file could not be opened: {}.</source>
        <translation>Không mở được tệp: {}.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Tệp trống.</translation>
    </message>
    <message>
        <source>The file is larger than 1 GB.</source>
        <translation>Tệp lớn hơn 1 GB.</translation>
    </message>
    <message>
        <source>The file is not a picture of a known format.</source>
        <translation>Tệp không phải là ảnh có định dạng đã biết.</translation>
    </message>
    <message>
        <source>The file was gone when it was read.</source>
        <translation>Tệp đã biến mất khi được đọc.</translation>
    </message>
    <message>
        <source>The folder “{}” cannot be made: {}.</source>
        <translation>Không tạo được thư mục “{}”: {}.</translation>
    </message>
    <message>
        <source>The folder “{}” could not be listed: {}.</source>
        <translation>Không liệt kê được thư mục “{}”: {}.</translation>
    </message>
    <message>
        <source>The folder “{}” is offline; its photos stay.</source>
        <translation>Thư mục “{}” đang ngoại tuyến; ảnh của nó vẫn được giữ.</translation>
    </message>
    <message>
        <source>The library folder “{}” cannot be made: {}.</source>
        <translation>Không tạo được thư mục thư viện “{}”: {}.</translation>
    </message>
    <message>
        <source>The library folder “{}” cannot be used: {}.</source>
        <translation>Không dùng được thư mục thư viện “{}”: {}.</translation>
    </message>
    <message>
        <source>The library in “{}” could not be written ({}). Make sure that there is room on the disk and that the folder may be written.</source>
        <translation>Không ghi được thư viện trong “{}” ({}). Hãy bảo đảm ổ đĩa còn chỗ và thư mục cho phép ghi.</translation>
    </message>
    <message>
        <source>The library in “{}” is open in another Homeroll. Close that one first.</source>
        <translation>Thư viện trong “{}” đang mở ở một Homeroll khác. Hãy đóng bản đó trước.</translation>
    </message>
    <message>
        <source>The list of places in “{}” cannot be used: {}.</source>
        <translation>Không dùng được danh sách địa điểm trong “{}”: {}.</translation>
    </message>
    <message>
        <source>The list of your folders and photos, with dates and places</source>
        <translation>Danh sách thư mục và ảnh của bạn, cùng ngày và địa điểm</translation>
    </message>
    <message>
        <source>The map in “{}” cannot be used: {}.</source>
        <translation>Không dùng được bản đồ trong “{}”: {}.</translation>
    </message>
    <message>
        <source>The page would tell a place, perhaps in a caption; it was not written.</source>
        <translation>Trang sẽ cho biết một nơi, có thể trong chú thích; trang không được ghi.</translation>
    </message>
    <message>
        <source>The picture has more than 250 million pixels.</source>
        <translation>Ảnh có hơn 250 triệu điểm ảnh.</translation>
    </message>
    <message>
        <source>The picture needs more memory than a picture should.</source>
        <translation>Ảnh cần nhiều bộ nhớ hơn mức bình thường.</translation>
    </message>
    <message>
        <source>The sidecars of “{}” tell different dates; none is believed.</source>
        <translation>Các tệp kèm của “{}” ghi ngày khác nhau; không tệp nào được tin.</translation>
    </message>
    <message>
        <source>The video has no picture that can be decoded.</source>
        <translation>Video không có hình nào giải mã được.</translation>
    </message>
    <message>
        <source>The video is damaged or of an unusual kind.</source>
        <translation>Video bị hỏng hoặc thuộc loại lạ.</translation>
    </message>
    <message>
        <source>The {} file is cut off: its end is missing.</source>
        <translation>Tệp {} bị cắt cụt: thiếu phần cuối.</translation>
    </message>
    <message>
        <source>The {} file is damaged or of an unusual kind.</source>
        <translation>Tệp {} bị hỏng hoặc thuộc loại lạ.</translation>
    </message>
    <message>
        <source>The {} file is damaged.</source>
        <translation>Tệp {} bị hỏng.</translation>
    </message>
    <message>
        <source>There is no copy of the catalog to put back.</source>
        <translation>Không có bản sao danh mục nào để khôi phục.</translation>
    </message>
    <message>
        <source>There is no folder “{}”.</source>
        <translation>Không có thư mục “{}”.</translation>
    </message>
    <message>
        <source>There is no small picture of it yet.</source>
        <translation>Chưa có ảnh nhỏ của nó.</translation>
    </message>
    <message>
        <source>There is nothing before this photo that could be cut off.</source>
        <translation>Không có gì trước ảnh này để tách ra.</translation>
    </message>
    <message>
        <source>These photos are in that event already.</source>
        <translation>Những ảnh này đã thuộc dịp đó.</translation>
    </message>
    <message>
        <source>These photos are not in the library any more.</source>
        <translation>Những ảnh này không còn trong thư viện.</translation>
    </message>
    <message>
        <source>This album is no longer there.</source>
        <translation>Album này không còn nữa.</translation>
    </message>
    <message>
        <source>This app contains no network code, but the system does not enforce that here.</source>
        <translation>Ứng dụng này không có mã kết nối mạng, nhưng hệ thống ở đây không áp đặt điều đó.</translation>
    </message>
    <message>
        <source>This is not a regular file.</source>
        <translation>Đây không phải tệp thông thường.</translation>
    </message>
    <message>
        <source>This needs {}, which is off: allow that first.</source>
        <translation>Việc này cần {}, đang tắt: hãy cho phép điều đó trước.</translation>
    </message>
    <message>
        <source>This photo is not read yet: please try again in a while.</source>
        <translation>Ảnh này chưa được đọc: hãy thử lại sau ít lâu.</translation>
    </message>
    <message>
        <source>This suggestion is no longer there.</source>
        <translation>Gợi ý này không còn nữa.</translation>
    </message>
    <message>
        <source>This theme is no longer there.</source>
        <translation>Chủ đề này không còn nữa.</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>Ảnh thu nhỏ</translation>
    </message>
    <message>
        <source>Thumbnails, dates and camera data, which the timeline needs</source>
        <translation>Ảnh thu nhỏ, ngày và dữ liệu máy ảnh mà dòng thời gian cần</translation>
    </message>
    <message>
        <source>To put it back if it is damaged; the oldest goes each day</source>
        <translation>Để khôi phục khi hỏng; bản cũ nhất bị bỏ mỗi ngày</translation>
    </message>
    <message>
        <source>To undo that; remove them if you do not need to</source>
        <translation>Để hoàn tác việc đó; hãy gỡ nếu bạn không cần</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>quá nhiều tệp đang mở</translation>
    </message>
    <message>
        <source>Transport endpoint is not connected</source>
        <translation>thiết bị đã ngắt kết nối</translation>
    </message>
    <message>
        <source>Visual features</source>
        <translation>Đặc điểm hình ảnh</translation>
    </message>
    <message>
        <source>What was worked out for suggestions is damaged. Turn suggestions off and on again to work it out anew.</source>
        <translation>Dữ liệu đã tìm ra cho gợi ý bị hỏng. Hãy tắt rồi bật lại gợi ý để làm lại từ đầu.</translation>
    </message>
    <message>
        <source>What you dismissed, so that it does not come back</source>
        <translation>Những gì bạn đã bỏ qua, để không trở lại</translation>
    </message>
    <message>
        <source>What you hid stays hidden</source>
        <translation>Những gì bạn đã ẩn vẫn ẩn</translation>
    </message>
    <message>
        <source>What you said: rules, homes, dates to remember, taught themes, hidden photos</source>
        <translation>Những gì bạn đã nói: quy tắc, nơi ở, ngày đáng nhớ, chủ đề đã dạy, ảnh đã ẩn</translation>
    </message>
    <message>
        <source>You said no to {}, for {} (question as of version {}).</source>
        <translation>Bạn đã nói không với {}, cho {} (câu hỏi phiên bản {}).</translation>
    </message>
    <message>
        <source>You said no, for all folders.</source>
        <translation>Bạn đã trả lời không, cho mọi thư mục.</translation>
    </message>
    <message>
        <source>You said yes to {}, for all folders.</source>
        <translation>Bạn đã trả lời có với {}, cho mọi thư mục.</translation>
    </message>
    <message>
        <source>You said yes to {}, for {} (question as of version {}).</source>
        <translation>Bạn đã đồng ý với {}, cho {} (câu hỏi phiên bản {}).</translation>
    </message>
    <message>
        <source>Your albums, favourites, decisions and rules</source>
        <translation>Album, yêu thích, quyết định và quy tắc của bạn</translation>
    </message>
    <message>
        <source>Your photos and folders, untouched</source>
        <translation>Ảnh và thư mục của bạn, nguyên vẹn</translation>
    </message>
    <message>
        <source>Yours; kept in the catalog</source>
        <translation>Của bạn; lưu trong danh mục</translation>
    </message>
    <message>
        <source>a child process</source>
        <translation>một tiến trình con</translation>
    </message>
    <message>
        <source>a queue that could open sockets was made</source>
        <translation>đã tạo được một hàng đợi có thể mở kết nối</translation>
    </message>
    <message>
        <source>a store of another format</source>
        <translation>kho dữ liệu có định dạng khác</translation>
    </message>
    <message>
        <source>a thread</source>
        <translation>một luồng</translation>
    </message>
    <message>
        <source>all folders</source>
        <translation>mọi thư mục</translation>
    </message>
    <message>
        <source>an internet socket could be opened</source>
        <translation>đã mở được một kết nối internet</translation>
    </message>
    <message>
        <source>attempt to write a readonly database</source>
        <translation>cơ sở dữ liệu chỉ đọc</translation>
    </message>
    <message>
        <source>change a photo</source>
        <translation>thay đổi ảnh</translation>
    </message>
    <message>
        <source>consent given</source>
        <translation>đã đồng ý</translation>
    </message>
    <message>
        <source>consent withdrawn</source>
        <translation>đã rút lại sự đồng ý</translation>
    </message>
    <message>
        <source>copy put back</source>
        <translation>khôi phục bản sao</translation>
    </message>
    <message>
        <source>database disk image is malformed</source>
        <translation>cơ sở dữ liệu bị hỏng</translation>
    </message>
    <message>
        <source>database is locked</source>
        <translation>cơ sở dữ liệu đang bị khóa</translation>
    </message>
    <message>
        <source>database or disk is full</source>
        <translation>ổ đĩa hết chỗ</translation>
    </message>
    <message>
        <source>dates and grouping</source>
        <translation>ngày và gom nhóm</translation>
    </message>
    <message>
        <source>deleted rows would not be overwritten</source>
        <translation>các hàng bị xóa sẽ không được ghi đè</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>xóa</translation>
    </message>
    <message>
        <source>faces counted</source>
        <translation>đếm khuôn mặt</translation>
    </message>
    <message>
        <source>file is not a database</source>
        <translation>tệp không phải cơ sở dữ liệu</translation>
    </message>
    <message>
        <source>forgotten</source>
        <translation>đã quên</translation>
    </message>
    <message>
        <source>format {} is not {}</source>
        <translation>định dạng {} không phải {}</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>tệp bị hỏng</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>tệp trống</translation>
    </message>
    <message>
        <source>it is gone</source>
        <translation>tệp không còn</translation>
    </message>
    <message>
        <source>it is larger than 1 GB, and what it tells cannot be removed</source>
        <translation>tệp lớn hơn 1 GB nên không thể gỡ thông tin trong đó</translation>
    </message>
    <message>
        <source>it is larger than {} MB</source>
        <translation>tệp lớn hơn {} MB</translation>
    </message>
    <message>
        <source>it is loaded</source>
        <translation>nó đã được nạp</translation>
    </message>
    <message>
        <source>it is not loaded</source>
        <translation>nó không được nạp</translation>
    </message>
    <message>
        <source>it may be a picture, or speak of one</source>
        <translation>tệp này có thể là ảnh, hoặc nói về một ảnh</translation>
    </message>
    <message>
        <source>it names more than {} pictures</source>
        <translation>tệp nêu tên hơn {} ảnh</translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation>không phải tệp thông thường</translation>
    </message>
    <message>
        <source>nothing that was worked out</source>
        <translation>không có gì đã tìm ra</translation>
    </message>
    <message>
        <source>open a file</source>
        <translation>mở tệp</translation>
    </message>
    <message>
        <source>open a socket</source>
        <translation>mở kết nối</translation>
    </message>
    <message>
        <source>picture content</source>
        <translation>nội dung ảnh</translation>
    </message>
    <message>
        <source>places</source>
        <translation>địa điểm</translation>
    </message>
    <message>
        <source>something is left</source>
        <translation>vẫn còn sót lại</translation>
    </message>
    <message>
        <source>start a program</source>
        <translation>chạy chương trình</translation>
    </message>
    <message>
        <source>still there: {}</source>
        <translation>vẫn còn: {}</translation>
    </message>
    <message>
        <source>suggestions off</source>
        <translation>tắt gợi ý</translation>
    </message>
    <message>
        <source>suggestions on</source>
        <translation>bật gợi ý</translation>
    </message>
    <message>
        <source>the attempt failed for another reason</source>
        <translation>lần thử thất bại vì lý do khác</translation>
    </message>
    <message>
        <source>the attempt failed for another reason: {}</source>
        <translation>lần thử thất bại vì lý do khác: {}</translation>
    </message>
    <message>
        <source>the decoder gave no picture</source>
        <translation>bộ giải mã không cho ra ảnh</translation>
    </message>
    <message>
        <source>the file is being read</source>
        <translation>tệp đang được đọc</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>tệp trống</translation>
    </message>
    <message>
        <source>the question as of version {}</source>
        <translation>câu hỏi phiên bản {}</translation>
    </message>
    <message>
        <source>the system refused it there too (EPERM)</source>
        <translation>ở đó hệ thống cũng từ chối (EPERM)</translation>
    </message>
    <message>
        <source>the system said “{}” (EPERM)</source>
        <translation>hệ thống trả lời “{}” (EPERM)</translation>
    </message>
    <message>
        <source>this process</source>
        <translation>tiến trình này</translation>
    </message>
    <message>
        <source>unable to open database file</source>
        <translation>không mở được tệp cơ sở dữ liệu</translation>
    </message>
    <message>
        <source>videos</source>
        <translation>video</translation>
    </message>
    <message>
        <source>what this kind of video tells cannot be removed</source>
        <translation>không gỡ được những gì loại video này cho biết</translation>
    </message>
    <message>
        <source>{} album</source>
        <translation>{} album</translation>
    </message>
    <message>
        <source>{} albums</source>
        <translation>{} album</translation>
    </message>
    <message>
        <source>{} best shot</source>
        <translation>{} ảnh đẹp nhất</translation>
    </message>
    <message>
        <source>{} best shots</source>
        <translation>{} ảnh đẹp nhất</translation>
    </message>
    <message>
        <source>{} catalog</source>
        <translation>{} danh mục</translation>
    </message>
    <message>
        <source>{} catalogs</source>
        <translation>{} danh mục</translation>
    </message>
    <message>
        <source>{} changed event</source>
        <translation>{} dịp đã thay đổi</translation>
    </message>
    <message>
        <source>{} changed events</source>
        <translation>{} dịp đã thay đổi</translation>
    </message>
    <message>
        <source>{} copies</source>
        <translation>{} bản sao</translation>
    </message>
    <message>
        <source>{} copies of the catalog</source>
        <translation>{} bản sao của danh mục</translation>
    </message>
    <message>
        <source>{} copy</source>
        <translation>{} bản sao</translation>
    </message>
    <message>
        <source>{} copy of the catalog</source>
        <translation>{} bản sao của danh mục</translation>
    </message>
    <message>
        <source>{} date to remember</source>
        <translation>{} ngày đáng nhớ</translation>
    </message>
    <message>
        <source>{} dates to remember</source>
        <translation>{} ngày đáng nhớ</translation>
    </message>
    <message>
        <source>{} event</source>
        <translation>{} dịp</translation>
    </message>
    <message>
        <source>{} events</source>
        <translation>{} dịp</translation>
    </message>
    <message>
        <source>{} group membership</source>
        <translation>{} phép xếp nhóm</translation>
    </message>
    <message>
        <source>{} group memberships</source>
        <translation>{} phép xếp nhóm</translation>
    </message>
    <message>
        <source>{} home</source>
        <translation>{} nơi ở</translation>
    </message>
    <message>
        <source>{} homes</source>
        <translation>{} nơi ở</translation>
    </message>
    <message>
        <source>{} look-alike group</source>
        <translation>{} nhóm ảnh giống nhau</translation>
    </message>
    <message>
        <source>{} look-alike groups</source>
        <translation>{} nhóm ảnh giống nhau</translation>
    </message>
    <message>
        <source>{} mark or rule that hides</source>
        <translation>{} dấu hoặc quy tắc ẩn</translation>
    </message>
    <message>
        <source>{} marks and rules that hide</source>
        <translation>{} dấu và quy tắc ẩn</translation>
    </message>
    <message>
        <source>{} number of faces</source>
        <translation>{} số đếm khuôn mặt</translation>
    </message>
    <message>
        <source>{} numbers of faces</source>
        <translation>{} số đếm khuôn mặt</translation>
    </message>
    <message>
        <source>{} photo</source>
        <translation>{} ảnh</translation>
    </message>
    <message>
        <source>{} photos</source>
        <translation>{} ảnh</translation>
    </message>
    <message>
        <source>{} place group</source>
        <translation>{} nhóm địa điểm</translation>
    </message>
    <message>
        <source>{} place groups</source>
        <translation>{} nhóm địa điểm</translation>
    </message>
    <message>
        <source>{} private place</source>
        <translation>{} nơi riêng tư</translation>
    </message>
    <message>
        <source>{} private places</source>
        <translation>{} nơi riêng tư</translation>
    </message>
    <message>
        <source>{} rule</source>
        <translation>{} quy tắc</translation>
    </message>
    <message>
        <source>{} rules</source>
        <translation>{} quy tắc</translation>
    </message>
    <message>
        <source>{} saved album</source>
        <translation>{} album đã lưu</translation>
    </message>
    <message>
        <source>{} saved albums</source>
        <translation>{} album đã lưu</translation>
    </message>
    <message>
        <source>{} saved or dismissed suggestion</source>
        <translation>{} gợi ý đã lưu hoặc bỏ qua</translation>
    </message>
    <message>
        <source>{} saved or dismissed suggestions</source>
        <translation>{} gợi ý đã lưu hoặc bỏ qua</translation>
    </message>
    <message>
        <source>{} suggestion</source>
        <translation>{} gợi ý</translation>
    </message>
    <message>
        <source>{} suggestions</source>
        <translation>{} gợi ý</translation>
    </message>
    <message>
        <source>{} taught theme</source>
        <translation>{} chủ đề đã dạy</translation>
    </message>
    <message>
        <source>{} taught themes</source>
        <translation>{} chủ đề đã dạy</translation>
    </message>
    <message>
        <source>{} theme score</source>
        <translation>{} điểm chủ đề</translation>
    </message>
    <message>
        <source>{} theme scores</source>
        <translation>{} điểm chủ đề</translation>
    </message>
    <message>
        <source>{} visual description</source>
        <translation>{} mô tả hình ảnh</translation>
    </message>
    <message>
        <source>{} visual descriptions</source>
        <translation>{} mô tả hình ảnh</translation>
    </message>
    <message>
        <source>{} word about homes</source>
        <translation>{} điều đã nói về nơi ở</translation>
    </message>
    <message>
        <source>{} words about homes</source>
        <translation>{} điều đã nói về nơi ở</translation>
    </message>
    <message>
        <source>“{}” and Homeroll&apos;s own folder, “{}”, cannot lie in one another: choose another folder.</source>
        <translation>“{}” và thư mục riêng của Homeroll, “{}”, không thể nằm trong nhau: hãy chọn thư mục khác.</translation>
    </message>
    <message>
        <source>“{}” belongs to a library that is open or was not closed; close it first.</source>
        <translation>“{}” thuộc về một thư viện đang mở hoặc chưa đóng; hãy đóng nó trước.</translation>
    </message>
    <message>
        <source>“{}” cannot be found.</source>
        <translation>Không tìm thấy “{}”.</translation>
    </message>
    <message>
        <source>“{}” cannot be made: {}.</source>
        <translation>Không tạo được “{}”: {}.</translation>
    </message>
    <message>
        <source>“{}” cannot be put back: {}.</source>
        <translation>Không khôi phục được “{}”: {}.</translation>
    </message>
    <message>
        <source>“{}” cannot be written: {}.</source>
        <translation>Không ghi được “{}”: {}.</translation>
    </message>
    <message>
        <source>“{}” could not be opened: {}; no photo is dated by it.</source>
        <translation>Không mở được “{}”: {}; không ảnh nào lấy ngày từ tệp này.</translation>
    </message>
    <message>
        <source>“{}” could not be opened: {}; {}.</source>
        <translation>Không mở được “{}”: {}; {}.</translation>
    </message>
    <message>
        <source>“{}” could not be read: {}.</source>
        <translation>Không đọc được “{}”: {}.</translation>
    </message>
    <message>
        <source>“{}” could not be read: {}; no photo is dated by it.</source>
        <translation>Không đọc được “{}”: {}; không ảnh nào lấy ngày từ tệp này.</translation>
    </message>
    <message>
        <source>“{}” could not be written: {}.</source>
        <translation>Không ghi được “{}”: {}.</translation>
    </message>
    <message>
        <source>“{}” does not lie in a folder you added, so Homeroll leaves it out already.</source>
        <translation>“{}” không nằm trong thư mục bạn đã thêm, nên Homeroll vốn đã bỏ qua.</translation>
    </message>
    <message>
        <source>“{}” exists already and is not overwritten.</source>
        <translation>“{}” đã tồn tại và không bị ghi đè.</translation>
    </message>
    <message>
        <source>“{}” gives no such rule.</source>
        <translation>“{}” không cho quy tắc như vậy.</translation>
    </message>
    <message>
        <source>“{}” holds “{}”, which you added; remove that from Homeroll instead.</source>
        <translation>“{}” chứa “{}” mà bạn đã thêm; hãy gỡ thư mục đó khỏi Homeroll.</translation>
    </message>
    <message>
        <source>“{}” is a file; only folders and names can be left out.</source>
        <translation>“{}” là tệp; chỉ có thể bỏ qua thư mục và tên.</translation>
    </message>
    <message>
        <source>“{}” is damaged ({}). Nothing was changed.</source>
        <translation>“{}” bị hỏng ({}). Không có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>“{}” is in Homeroll already.</source>
        <translation>“{}” đã có trong Homeroll.</translation>
    </message>
    <message>
        <source>“{}” is left out already.</source>
        <translation>“{}” đã bị bỏ qua.</translation>
    </message>
    <message>
        <source>“{}” is left out of Homeroll; take it in again under Left out, in Settings and privacy.</source>
        <translation>“{}” đang bị Homeroll bỏ qua; hãy nhận lại ở mục Đã bỏ qua, trong Cài đặt và riêng tư.</translation>
    </message>
    <message>
        <source>“{}” is no copy of a Homeroll catalog; nothing was changed.</source>
        <translation>“{}” không phải bản sao danh mục Homeroll; không có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>“{}” is not a folder.</source>
        <translation>“{}” không phải là thư mục.</translation>
    </message>
    <message>
        <source>“{}” is one of the folders you added; remove it from Homeroll instead.</source>
        <translation>“{}” là một trong các thư mục bạn đã thêm; hãy gỡ nó khỏi Homeroll.</translation>
    </message>
    <message>
        <source>“{}” is there already, and nothing is written over it: choose another name.</source>
        <translation>Đã có “{}” và không ghi đè lên: hãy chọn tên khác.</translation>
    </message>
    <message>
        <source>“{}” lies in “{}”, which holds your photos. Homeroll never writes there; please choose another place.</source>
        <translation>“{}” nằm trong “{}”, nơi chứa ảnh của bạn. Homeroll không bao giờ ghi vào đó; hãy chọn nơi khác.</translation>
    </message>
    <message>
        <source>“{}” lies in “{}”, which is in Homeroll already.</source>
        <translation>“{}” nằm trong “{}”, vốn đã có trong Homeroll.</translation>
    </message>
    <message>
        <source>“{}” lies in “{}”, which is left out already.</source>
        <translation>“{}” nằm trong “{}”, vốn đã bị bỏ qua.</translation>
    </message>
    <message>
        <source>“{}” may speak of several photos; none is dated by it.</source>
        <translation>“{}” có thể nói về nhiều ảnh; không ảnh nào lấy ngày từ tệp này.</translation>
    </message>
    <message>
        <source>“{}” overlaps with “{}”, which is added already.</source>
        <translation>“{}” chồng lên “{}”, vốn đã được thêm.</translation>
    </message>
    <message>
        <source>“{}” reads back differently from what was written.</source>
        <translation>“{}” khi đọc lại khác với những gì đã ghi.</translation>
    </message>
    <message>
        <source>“{}” was written by a newer Homeroll (format {}, this one knows {}). Please update Homeroll; nothing was changed.</source>
        <translation>“{}” do bản Homeroll mới hơn ghi (định dạng {}, bản này biết {}). Hãy cập nhật Homeroll; không có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>“{}” would leave out everything, so nothing was changed.</source>
        <translation>“{}” sẽ bỏ qua mọi thứ, nên không có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>“{}” would lie among your photos: choose another folder.</source>
        <translation>“{}” sẽ nằm giữa các ảnh của bạn: hãy chọn thư mục khác.</translation>
    </message>
</context>
<context>
    <name>correct_dates</name>
    <message>
        <source>All photos of this camera</source>
        <translation>Mọi ảnh của máy ảnh này</translation>
    </message>
    <message>
        <source>Believe the files again</source>
        <translation>Lại tin theo tệp</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Khoảng</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Correct the date</source>
        <translation>Sửa ngày</translation>
    </message>
    <message>
        <source>Correct the dates of {}</source>
        <translation>Sửa ngày của {}</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Áp dụng cho</translation>
    </message>
    <message>
        <source>Get the same time</source>
        <translation>Nhận cùng thời điểm</translation>
    </message>
    <message>
        <source>Move along by as much</source>
        <translation>Dời theo cùng khoảng</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Say by how much.</source>
        <translation>Hãy cho biết dời bao nhiêu.</translation>
    </message>
    <message>
        <source>Set date and time</source>
        <translation>Đặt ngày giờ</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Dời</translation>
    </message>
    <message>
        <source>The first to</source>
        <translation>Ảnh đầu thành</translation>
    </message>
    <message>
        <source>The others</source>
        <translation>Các ảnh khác</translation>
    </message>
    <message>
        <source>These photos</source>
        <translation>Những ảnh này</translation>
    </message>
    <message>
        <source>This photo</source>
        <translation>Ảnh này</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Thành</translation>
    </message>
    <message>
        <source>{}, {}</source>
        <translation>{}, {}</translation>
    </message>
</context>
<context>
    <name>date_edits</name>
    <message>
        <source>{} dated as before, now by your word.</source>
        <translation>{} giữ ngày như trước, nay theo lời bạn.</translation>
    </message>
    <message>
        <source>{} dated by the files again.</source>
        <translation>{} lại lấy ngày theo tệp.</translation>
    </message>
    <message>
        <source>{} dated {}.</source>
        <translation>{} được đặt ngày {}.</translation>
    </message>
    <message>
        <source>{} shifted {}.</source>
        <translation>{} được dời {}.</translation>
    </message>
</context>
<context>
    <name>date_fields</name>
    <message>
        <source>d MMMM yyyy</source>
        <translation>dd/MM/yyyy</translation>
    </message>
</context>
<context>
    <name>erasure_dialogs</name>
    <message>
        <source>Checked on {}: nothing is left.</source>
        <translation>Đã kiểm tra lúc {}: không còn gì.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Copies in backups, snapshots or worn parts of a drive are out of any program&apos;s reach. An encrypted drive protects those.</source>
        <translation>Bản sao trong bản sao lưu, ảnh chụp hệ thống hay phần đã mòn của ổ đĩa nằm ngoài tầm với của mọi chương trình. Ổ đĩa được mã hóa sẽ bảo vệ chúng.</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>Xóa mọi thứ</translation>
    </message>
    <message>
        <source>Erase everything that Homeroll knows?</source>
        <translation>Xóa mọi thứ Homeroll biết?</translation>
    </message>
    <message>
        <source>Erase what was worked out from this folder?</source>
        <translation>Xóa những gì đã suy ra từ thư mục này?</translation>
    </message>
    <message>
        <source>Erase what was worked out?</source>
        <translation>Xóa những gì đã suy ra?</translation>
    </message>
    <message>
        <source>Everything that Homeroll knew is gone</source>
        <translation>Mọi thứ Homeroll biết đã được xóa hết</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>Giữ lại tất cả</translation>
    </message>
    <message>
        <source>Keep it on</source>
        <translation>Vẫn để bật</translation>
    </message>
    <message>
        <source>Keep suggestions on</source>
        <translation>Tiếp tục bật gợi ý</translation>
    </message>
    <message>
        <source>No photo was touched. Homeroll is as on its first day.</source>
        <translation>Không ảnh nào bị đụng đến. Homeroll trở lại như ngày đầu.</translation>
    </message>
    <message>
        <source>Not everything could be erased</source>
        <translation>Không xóa được hết</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation>Lưu biên nhận</translation>
    </message>
    <message>
        <source>Save the receipt…</source>
        <translation>Lưu biên nhận…</translation>
    </message>
    <message>
        <source>Saved as “{}”.</source>
        <translation>Đã lưu thành “{}”.</translation>
    </message>
    <message>
        <source>Still there: {}</source>
        <translation>Vẫn còn: {}</translation>
    </message>
    <message>
        <source>Suggestions are off, and what was learnt is gone</source>
        <translation>Gợi ý đã tắt, những gì học được đã xóa hết</translation>
    </message>
    <message>
        <source>Suggestions are off, but not everything could be erased</source>
        <translation>Gợi ý đã tắt, nhưng chưa xóa được hết</translation>
    </message>
    <message>
        <source>There was nothing to erase yet.</source>
        <translation>Chưa có gì để xóa.</translation>
    </message>
    <message>
        <source>This is erased</source>
        <translation>Những thứ này bị xóa</translation>
    </message>
    <message>
        <source>This stays</source>
        <translation>Những thứ này ở lại</translation>
    </message>
    <message>
        <source>Turn off and erase</source>
        <translation>Tắt và xóa</translation>
    </message>
    <message>
        <source>Turn suggestions off and erase what was learnt?</source>
        <translation>Tắt gợi ý và xóa những gì đã học được?</translation>
    </message>
    <message>
        <source>What was worked out is gone</source>
        <translation>Những gì đã suy ra không còn nữa</translation>
    </message>
    <message>
        <source>What you said is forgotten</source>
        <translation>Những gì bạn đã nói đã được quên</translation>
    </message>
    <message>
        <source>Your photos and your saved albums were not touched.</source>
        <translation>Ảnh và album đã lưu của bạn không bị đụng đến.</translation>
    </message>
    <message>
        <source>{} erased</source>
        <translation>Đã xóa {}</translation>
    </message>
    <message>
        <source>{} overwritten, then removed.</source>
        <translation>Đã ghi đè {}, rồi gỡ bỏ.</translation>
    </message>
</context>
<context>
    <name>forget_dialog</name>
    <message>
        <source>Best shots among look-alikes</source>
        <translation>Ảnh đẹp nhất trong ảnh giống nhau</translation>
    </message>
    <message>
        <source>Copies that you saved elsewhere still hold it.</source>
        <translation>Các bản sao bạn đã lưu nơi khác vẫn còn giữ điều đó.</translation>
    </message>
    <message>
        <source>Dates to remember</source>
        <translation>Ngày đáng nhớ</translation>
    </message>
    <message>
        <source>Erase Homeroll&apos;s own copies too, which still hold it</source>
        <translation>Xóa cả các bản sao của Homeroll, vẫn còn giữ điều đó</translation>
    </message>
    <message>
        <source>Events that you changed</source>
        <translation>Các dịp bạn đã thay đổi</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Quên</translation>
    </message>
    <message>
        <source>Forget what you said?</source>
        <translation>Quên những gì bạn đã nói?</translation>
    </message>
    <message>
        <source>Homes</source>
        <translation>Nơi ở</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>Giữ lại tất cả</translation>
    </message>
    <message>
        <source>Private places; exported copies may tell them then</source>
        <translation>Nơi riêng tư; khi đó bản xuất có thể cho biết</translation>
    </message>
    <message>
        <source>Rules about suggestions</source>
        <translation>Quy tắc về gợi ý</translation>
    </message>
    <message>
        <source>Saved and dismissed suggestions</source>
        <translation>Gợi ý đã lưu và đã bỏ qua</translation>
    </message>
    <message>
        <source>Taught themes with their examples</source>
        <translation>Chủ đề đã dạy cùng ảnh mẫu</translation>
    </message>
    <message>
        <source>There is nothing to forget yet.</source>
        <translation>Chưa có gì để quên.</translation>
    </message>
    <message>
        <source>This stays</source>
        <translation>Những thứ này ở lại</translation>
    </message>
    <message>
        <source>What is hidden; it is seen again then</source>
        <translation>Những gì đã ẩn; sẽ được thấy lại</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation>{}: {}</translation>
    </message>
</context>
<context>
    <name>group_words</name>
    <message>
        <source>Without a date</source>
        <translation>Không có ngày</translation>
    </message>
    <message>
        <source>{}. Shot {}, {}</source>
        <translation>{}. Ảnh {}, {}</translation>
    </message>
    <message>
        <source>{}; number {} is best</source>
        <translation>{}; ảnh số {} đẹp nhất</translation>
    </message>
</context>
<context>
    <name>info_panel</name>
    <message>
        <source>Camera</source>
        <translation>Máy ảnh</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Chú thích</translation>
    </message>
    <message>
        <source>Change the caption…</source>
        <translation>Đổi chú thích…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>So sánh</translation>
    </message>
    <message>
        <source>Correct the date…</source>
        <translation>Sửa ngày…</translation>
    </message>
    <message>
        <source>Date unknown</source>
        <translation>Không rõ ngày</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Trong</translation>
    </message>
    <message>
        <source>Look-alikes</source>
        <translation>Ảnh giống nhau</translation>
    </message>
    <message>
        <source>Moving picture</source>
        <translation>Ảnh động</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Chưa có</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Các phần</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>Play the moving picture</source>
        <translation>Phát ảnh động</translation>
    </message>
    <message>
        <source>RAW</source>
        <translation>RAW</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Chụp lúc</translation>
    </message>
    <message>
        <source>The moving picture is inside the photo’s own file and cannot be played from here.</source>
        <translation>Ảnh động nằm ngay trong tệp ảnh và không thể phát từ đây.</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Không rõ</translation>
    </message>
    <message>
        <source>Write a caption…</source>
        <translation>Viết chú thích…</translation>
    </message>
    <message>
        <source>edited copy</source>
        <translation>bản đã sửa</translation>
    </message>
    <message>
        <source>from GPS</source>
        <translation>từ GPS</translation>
    </message>
    <message>
        <source>from a sidecar or editor</source>
        <translation>từ tệp kèm hoặc trình sửa ảnh</translation>
    </message>
    <message>
        <source>from an edit</source>
        <translation>từ lần chỉnh sửa</translation>
    </message>
    <message>
        <source>from nowhere</source>
        <translation>không có nguồn</translation>
    </message>
    <message>
        <source>from the archive</source>
        <translation>từ kho lưu trữ</translation>
    </message>
    <message>
        <source>from the camera</source>
        <translation>từ máy ảnh</translation>
    </message>
    <message>
        <source>from the file&apos;s date</source>
        <translation>từ ngày của tệp</translation>
    </message>
    <message>
        <source>from the file&apos;s name</source>
        <translation>từ tên tệp</translation>
    </message>
    <message>
        <source>from the folder&apos;s name</source>
        <translation>từ tên thư mục</translation>
    </message>
    <message>
        <source>from the video</source>
        <translation>từ video</translation>
    </message>
    <message>
        <source>moving picture</source>
        <translation>ảnh động</translation>
    </message>
    <message>
        <source>set by you</source>
        <translation>do bạn đặt</translation>
    </message>
    <message>
        <source>sidecar</source>
        <translation>tệp kèm</translation>
    </message>
    <message>
        <source>this one is the best</source>
        <translation>ảnh này đẹp nhất</translation>
    </message>
    <message>
        <source>{} with the same content</source>
        <translation>{} có cùng nội dung</translation>
    </message>
    <message>
        <source>{}, not sure</source>
        <translation>{}, chưa chắc</translation>
    </message>
    <message>
        <source>{}, {}</source>
        <translation>{}, {}</translation>
    </message>
</context>
<context>
    <name>keyboard_dialog</name>
    <message>
        <source>Arrows</source>
        <translation>mũi tên</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Keyboard map</source>
        <translation>Bảng phím tắt</translation>
    </message>
</context>
<context>
    <name>leave_out_by_name</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Every file and folder of this name is left out, wherever it lies in your folders: write “Screenshots” for folders called so, or “*.gif” for all GIFs – the * stands for anything. With a slash, as in “2019/raw”, it is the place in the added folder.</source>
        <translation>Mọi tệp và thư mục có tên này đều bị bỏ qua, dù nằm ở đâu trong thư mục của bạn: ghi “Screenshots” cho thư mục có tên đó, hoặc “*.gif” cho mọi ảnh GIF – dấu * thay cho bất cứ gì. Có dấu gạch chéo, như “2019/raw”, là vị trí trong thư mục đã thêm.</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Leave out by name</source>
        <translation>Bỏ qua theo tên</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Name, such as Screenshots or *.gif</source>
        <translation>Tên, như Screenshots hoặc *.gif</translation>
    </message>
    <message>
        <source>No photo in Homeroll has that name now; later ones are left out.</source>
        <translation>Hiện không ảnh nào trong Homeroll có tên đó; ảnh có về sau sẽ bị bỏ qua.</translation>
    </message>
    <message>
        <source>{} would go out of sight. No file is touched.</source>
        <translation>{} sẽ không còn hiện. Không tệp nào bị đụng đến.</translation>
    </message>
</context>
<context>
    <name>mending</name>
    <message>
        <source>Homeroll copies its catalog once a day. Your photos are not touched: what comes back are albums, stars and corrected dates as they were then; newer photos are read again. Suggestions are off afterwards. The damaged file is kept aside.</source>
        <translation>Homeroll sao chép danh mục của nó mỗi ngày một lần. Ảnh của bạn không bị đụng đến: những gì trở lại là album, dấu sao và ngày đã sửa như lúc đó; ảnh mới hơn được đọc lại. Sau đó gợi ý sẽ tắt. Tệp hỏng được cất riêng.</translation>
    </message>
    <message>
        <source>Put back the copy of {}</source>
        <translation>Khôi phục bản sao ngày {}</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Thoát</translation>
    </message>
    <message>
        <source>There is no copy of it that could be put back.</source>
        <translation>Không có bản sao nào để khôi phục.</translation>
    </message>
    <message>
        <source>There is no other copy that could be put back.</source>
        <translation>Không còn bản sao nào khác để khôi phục.</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Album</source>
        <translation>Album</translation>
    </message>
    <message>
        <source>Album {} of {}</source>
        <translation>Album {} trên {}</translation>
    </message>
    <message>
        <source>Anniversary</source>
        <translation>Kỷ niệm</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Sinh nhật</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Máy ảnh</translation>
    </message>
    <message>
        <source>Ceremony</source>
        <translation>Buổi lễ</translation>
    </message>
    <message>
        <source>Christmas</source>
        <translation>Giáng Sinh</translation>
    </message>
    <message>
        <source>Concert</source>
        <translation>Hòa nhạc</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Dịp</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Graduation</source>
        <translation>Tốt nghiệp</translation>
    </message>
    <message>
        <source>Halloween</source>
        <translation>Halloween</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Ngày lễ</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Least sharp</source>
        <translation>Kém nét nhất</translation>
    </message>
    <message>
        <source>MMM</source>
        <translation>&apos;Th&apos;M</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>MMMM, yyyy</translation>
    </message>
    <message>
        <source>Memorial</source>
        <translation>Tưởng nhớ</translation>
    </message>
    <message>
        <source>New Year</source>
        <translation>Năm mới</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Không có ngày</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>Dịp</translation>
    </message>
    <message>
        <source>On this day</source>
        <translation>Ngày này năm xưa</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Khác</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>Tiệc</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Người</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>Recap</source>
        <translation>Điểm lại</translation>
    </message>
    <message>
        <source>Save album</source>
        <translation>Lưu album</translation>
    </message>
    <message>
        <source>Save {} album</source>
        <translation>Lưu {} album</translation>
    </message>
    <message>
        <source>Save {} albums</source>
        <translation>Lưu {} album</translation>
    </message>
    <message>
        <source>Sharpest</source>
        <translation>Nét nhất</translation>
    </message>
    <message>
        <source>Sharpness {} of {}</source>
        <translation>Độ nét {} trên {}</translation>
    </message>
    <message>
        <source>Sports</source>
        <translation>Thể thao</translation>
    </message>
    <message>
        <source>Taught theme</source>
        <translation>Chủ đề đã dạy</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Chủ đề</translation>
    </message>
    <message>
        <source>Trip</source>
        <translation>Chuyến đi</translation>
    </message>
    <message>
        <source>Tết</source>
        <translation>Tết</translation>
    </message>
    <message>
        <source>Wedding</source>
        <translation>Đám cưới</translation>
    </message>
    <message>
        <source>Withheld: {} ({})</source>
        <translation>Giữ lại: {} ({})</translation>
    </message>
    <message>
        <source>about {} h left</source>
        <translation>còn khoảng {} giờ</translation>
    </message>
    <message>
        <source>about {} min left</source>
        <translation>còn khoảng {} phút</translation>
    </message>
    <message>
        <source>about {} s left</source>
        <translation>còn khoảng {} giây</translation>
    </message>
    <message>
        <source>and {} more</source>
        <translation>và {} nữa</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>d MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d MMMM, yyyy</translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <translation>dddd, d MMMM, yyyy</translation>
    </message>
    <message>
        <source>{} album</source>
        <translation>{} album</translation>
    </message>
    <message>
        <source>{} albums</source>
        <translation>{} album</translation>
    </message>
    <message>
        <source>{} at home left out</source>
        <translation>đã bỏ qua {} ảnh ở nhà</translation>
    </message>
    <message>
        <source>{} day</source>
        <translation>{} ngày</translation>
    </message>
    <message>
        <source>{} days</source>
        <translation>{} ngày</translation>
    </message>
    <message>
        <source>{} document</source>
        <translation>{} tài liệu</translation>
    </message>
    <message>
        <source>{} documents</source>
        <translation>{} tài liệu</translation>
    </message>
    <message>
        <source>{} earlier</source>
        <translation>sớm hơn {}</translation>
    </message>
    <message>
        <source>{} example</source>
        <translation>{} ảnh mẫu</translation>
    </message>
    <message>
        <source>{} examples</source>
        <translation>{} ảnh mẫu</translation>
    </message>
    <message>
        <source>{} file</source>
        <translation>{} tệp</translation>
    </message>
    <message>
        <source>{} file is tried again.</source>
        <translation>Đang thử lại {} tệp.</translation>
    </message>
    <message>
        <source>{} files</source>
        <translation>{} tệp</translation>
    </message>
    <message>
        <source>{} files are tried again.</source>
        <translation>Đang thử lại {} tệp.</translation>
    </message>
    <message>
        <source>{} folder</source>
        <translation>{} thư mục</translation>
    </message>
    <message>
        <source>{} folders</source>
        <translation>{} thư mục</translation>
    </message>
    <message>
        <source>{} group</source>
        <translation>{} nhóm</translation>
    </message>
    <message>
        <source>{} group of photos</source>
        <translation>{} nhóm ảnh</translation>
    </message>
    <message>
        <source>{} groups</source>
        <translation>{} nhóm</translation>
    </message>
    <message>
        <source>{} groups of photos</source>
        <translation>{} nhóm ảnh</translation>
    </message>
    <message>
        <source>{} hidden photo</source>
        <translation>{} ảnh đã ẩn</translation>
    </message>
    <message>
        <source>{} hidden photos</source>
        <translation>{} ảnh đã ẩn</translation>
    </message>
    <message>
        <source>{} hour</source>
        <translation>{} giờ</translation>
    </message>
    <message>
        <source>{} hours</source>
        <translation>{} giờ</translation>
    </message>
    <message>
        <source>{} identical file</source>
        <translation>{} tệp trùng hệt</translation>
    </message>
    <message>
        <source>{} identical files</source>
        <translation>{} tệp trùng hệt</translation>
    </message>
    <message>
        <source>{} later</source>
        <translation>muộn hơn {}</translation>
    </message>
    <message>
        <source>{} left out</source>
        <translation>{} bị bỏ qua</translation>
    </message>
    <message>
        <source>{} like shot</source>
        <translation>{} ảnh gần giống</translation>
    </message>
    <message>
        <source>{} like shots</source>
        <translation>{} ảnh gần giống</translation>
    </message>
    <message>
        <source>{} minute</source>
        <translation>{} phút</translation>
    </message>
    <message>
        <source>{} minutes</source>
        <translation>{} phút</translation>
    </message>
    <message>
        <source>{} need a look</source>
        <translation>{} mục cần xem</translation>
    </message>
    <message>
        <source>{} needs a look</source>
        <translation>{} mục cần xem</translation>
    </message>
    <message>
        <source>{} new</source>
        <translation>{} mới</translation>
    </message>
    <message>
        <source>{} path</source>
        <translation>{} đường dẫn</translation>
    </message>
    <message>
        <source>{} path copied. The file stays where it is.</source>
        <translation>Đã sao chép {} đường dẫn. Tệp vẫn ở nguyên chỗ.</translation>
    </message>
    <message>
        <source>{} path saved in “{}”.</source>
        <translation>Đã lưu {} đường dẫn vào “{}”.</translation>
    </message>
    <message>
        <source>{} paths</source>
        <translation>{} đường dẫn</translation>
    </message>
    <message>
        <source>{} paths copied. The files stay where they are.</source>
        <translation>Đã sao chép {} đường dẫn. Các tệp vẫn ở nguyên chỗ.</translation>
    </message>
    <message>
        <source>{} paths saved in “{}”.</source>
        <translation>Đã lưu {} đường dẫn vào “{}”.</translation>
    </message>
    <message>
        <source>{} photo</source>
        <translation>{} ảnh</translation>
    </message>
    <message>
        <source>{} photo changes.</source>
        <translation>{} ảnh thay đổi.</translation>
    </message>
    <message>
        <source>{} photo stays as it is.</source>
        <translation>{} ảnh giữ nguyên.</translation>
    </message>
    <message>
        <source>{} photo was put in.</source>
        <translation>Đã đưa {} ảnh vào.</translation>
    </message>
    <message>
        <source>{} photos</source>
        <translation>{} ảnh</translation>
    </message>
    <message>
        <source>{} photos change.</source>
        <translation>{} ảnh thay đổi.</translation>
    </message>
    <message>
        <source>{} photos stay as they are.</source>
        <translation>{} ảnh giữ nguyên.</translation>
    </message>
    <message>
        <source>{} photos were put in.</source>
        <translation>Đã đưa {} ảnh vào.</translation>
    </message>
    <message>
        <source>{} place</source>
        <translation>{} địa điểm</translation>
    </message>
    <message>
        <source>{} places</source>
        <translation>{} địa điểm</translation>
    </message>
    <message>
        <source>{} screenshot</source>
        <translation>{} ảnh chụp màn hình</translation>
    </message>
    <message>
        <source>{} screenshots</source>
        <translation>{} ảnh chụp màn hình</translation>
    </message>
    <message>
        <source>{} second</source>
        <translation>{} giây</translation>
    </message>
    <message>
        <source>{} seconds</source>
        <translation>{} giây</translation>
    </message>
    <message>
        <source>{} selected</source>
        <translation>đã chọn {}</translation>
    </message>
    <message>
        <source>{} shot like a better one</source>
        <translation>{} ảnh giống một ảnh đẹp hơn</translation>
    </message>
    <message>
        <source>{} shots like a better one</source>
        <translation>{} ảnh giống một ảnh đẹp hơn</translation>
    </message>
    <message>
        <source>{} without a place</source>
        <translation>{} không có địa điểm</translation>
    </message>
    <message>
        <source>{} {}</source>
        <translation>{}, {}</translation>
    </message>
    <message>
        <source>{}; at least {} needed</source>
        <translation>{}; cần ít nhất {}</translation>
    </message>
    <message>
        <source>{}; at most {} allowed</source>
        <translation>{}; cho phép nhiều nhất {}</translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>Damaged or unreadable</source>
        <translation>Hỏng hoặc không đọc được</translation>
    </message>
    <message>
        <source>Folders that could not be listed</source>
        <translation>Thư mục không liệt kê được</translation>
    </message>
    <message>
        <source>Formats Homeroll cannot read</source>
        <translation>Định dạng Homeroll không đọc được</translation>
    </message>
    <message>
        <source>Gone, or not reachable</source>
        <translation>Không còn, hoặc không truy cập được</translation>
    </message>
    <message>
        <source>It could not be opened: %1. No photo is dated by it.</source>
        <translation>Không mở được: %1. Không ảnh nào lấy ngày từ tệp này.</translation>
    </message>
    <message>
        <source>It could not be read: %1. No photo is dated by it.</source>
        <translation>Không đọc được: %1. Không ảnh nào lấy ngày từ tệp này.</translation>
    </message>
    <message>
        <source>It may speak of several photos; none is dated by it.</source>
        <translation>Tệp này có thể nói về nhiều ảnh; không ảnh nào lấy ngày từ nó.</translation>
    </message>
    <message>
        <source>Its photos stay in Homeroll.</source>
        <translation>Ảnh của nó vẫn ở trong Homeroll.</translation>
    </message>
    <message>
        <source>Its sidecars tell different dates; none is believed.</source>
        <translation>Các tệp kèm ghi ngày khác nhau; không tệp nào được tin.</translation>
    </message>
    <message>
        <source>May be pictures, but could not be opened</source>
        <translation>Có thể là ảnh, nhưng không mở được</translation>
    </message>
    <message>
        <source>Offline just now</source>
        <translation>Đang ngoại tuyến</translation>
    </message>
    <message>
        <source>Sidecars that are not believed</source>
        <translation>Tệp kèm không được tin</translation>
    </message>
    <message>
        <source>Sidecars that could not be read</source>
        <translation>Tệp kèm không đọc được</translation>
    </message>
    <message>
        <source>Too large to open safely</source>
        <translation>Quá lớn để mở an toàn</translation>
    </message>
</context>
<context>
    <name>promise_words</name>
    <message>
        <source>After that there is no file derived.sqlite in the folder that is named under About Homeroll.</source>
        <translation>Sau đó không còn tệp derived.sqlite trong thư mục được nêu ở mục Giới thiệu Homeroll.</translation>
    </message>
    <message>
        <source>Another program that you open a photo with may change it. On Windows and macOS the system does not lock the decoding processes.</source>
        <translation>Chương trình khác mà bạn dùng để mở ảnh có thể thay đổi ảnh. Trên Windows và macOS, hệ thống không khóa các tiến trình giải mã.</translation>
    </message>
    <message>
        <source>Compare the number of photos and problems with your file manager. In a terminal: homeroll organize FOLDER --json report.json</source>
        <translation>So số ảnh và số vấn đề với trình quản lý tệp của bạn. Trong cửa sổ dòng lệnh: homeroll organize FOLDER --json report.json</translation>
    </message>
    <message>
        <source>Copies in backups and snapshots, and worn parts of an SSD, are out of the reach of any program. Encrypting the disk protects those.</source>
        <translation>Bản sao trong các bản sao lưu, ảnh chụp hệ thống và phần đã mòn của ổ SSD nằm ngoài tầm của mọi chương trình. Mã hóa ổ đĩa sẽ bảo vệ chúng.</translation>
    </message>
    <message>
        <source>Copies that you share say no more than the picture</source>
        <translation>Bản sao bạn chia sẻ không nói nhiều hơn bức ảnh</translation>
    </message>
    <message>
        <source>Every file that may be a picture is either among your photos or under Problems, with the reason. What you leave out is counted, and an export lists what it did not write.</source>
        <translation>Mọi tệp có thể là ảnh đều nằm trong số ảnh của bạn hoặc trong mục Vấn đề, kèm lý do. Những gì bạn bỏ ra được đếm, và khi xuất, những gì không ghi được sẽ được liệt kê.</translation>
    </message>
    <message>
        <source>Exports leave out place, camera, serial numbers, names, comments and small pictures that may show an earlier crop, unless you ask for them. Each copy is read back and checked.</source>
        <translation>Bản xuất bỏ đi địa điểm, máy ảnh, số sê-ri, tên, chú thích và ảnh nhỏ có thể cho thấy khung hình trước khi cắt, trừ khi bạn yêu cầu giữ. Mỗi bản sao đều được đọc lại và kiểm tra.</translation>
    </message>
    <message>
        <source>Hidden folders, system folders and folders that hold a file named .nomedia are not listed, nor are files that neither their name nor their first bytes show to be pictures.</source>
        <translation>Thư mục ẩn, thư mục hệ thống và thư mục có tệp tên .nomedia không được liệt kê; tệp mà cả tên lẫn các byte đầu đều không cho thấy là ảnh cũng vậy.</translation>
    </message>
    <message>
        <source>In a terminal: homeroll privacy --check, or strace -f -e trace=network homeroll</source>
        <translation>Trong cửa sổ dòng lệnh: homeroll privacy --check, hoặc strace -f -e trace=network homeroll</translation>
    </message>
    <message>
        <source>It looks for no updates, counts nothing and reports nothing. Qt&apos;s network library is not loaded, and the reporting of the library that looks at pictures is off.</source>
        <translation>Chương trình không tìm bản cập nhật, không thống kê và không báo cáo gì. Thư viện mạng của Qt không được nạp, và phần báo cáo của thư viện xem ảnh đã tắt.</translation>
    </message>
    <message>
        <source>Local connections stay open, for the screen needs one; a service on this computer could be asked through it. A file manager or player opened from here may run outside the wall.</source>
        <translation>Kết nối nội bộ vẫn mở vì màn hình cần đến; qua đó có thể hỏi một dịch vụ trên máy này. Trình quản lý tệp hoặc trình phát mở từ đây có thể chạy ngoài bức tường.</translation>
    </message>
    <message>
        <source>Nothing is dropped in silence</source>
        <translation>Không gì bị bỏ qua trong im lặng</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>Không gì rời khỏi máy tính này</translation>
    </message>
    <message>
        <source>Off overwrites and removes what was worked out and looks whether it is gone. What a crash interrupts is finished at the next start, before anything else.</source>
        <translation>Khi tắt, những gì đã suy ra được ghi đè, xóa đi và kiểm tra xem đã hết chưa. Việc bị gián đoạn do sự cố sẽ được hoàn tất ở lần khởi động sau, trước mọi việc khác.</translation>
    </message>
    <message>
        <source>On Linux the first thing that the program does is to have the system refuse it every internet connection, for good, with all it starts.</source>
        <translation>Trên Linux, việc đầu tiên chương trình làm là để hệ thống từ chối mọi kết nối internet của nó, vĩnh viễn, cùng mọi thứ nó khởi chạy.</translation>
    </message>
    <message>
        <source>On Windows and macOS there is no network code, but the system does not enforce it. Started with --allow-tcp-display there is no wall, and the window says so.</source>
        <translation>Trên Windows và macOS, chương trình không có mã mạng, nhưng hệ thống không ép buộc điều đó. Nếu khởi động với --allow-tcp-display thì không có bức tường, và cửa sổ sẽ nói rõ.</translation>
    </message>
    <message>
        <source>Pictures are decoded in processes of their own. On Linux the system locks them: they can open no file, start nothing and change nothing.</source>
        <translation>Ảnh được giải mã trong các tiến trình riêng. Trên Linux, hệ thống khóa chúng: chúng không mở được tệp, không chạy được gì và không thay đổi được gì.</translation>
    </message>
    <message>
        <source>Suggestions are off until you say yes. Whatever is worked out asks one gate when it starts, for every batch, and again before it is written; consent that is missing or damaged is a no.</source>
        <translation>Gợi ý tắt cho đến khi bạn đồng ý. Mọi việc suy ra đều hỏi một cổng duy nhất khi bắt đầu, ở từng lượt, và lần nữa trước khi ghi; sự đồng ý bị thiếu hoặc hỏng nghĩa là không.</translation>
    </message>
    <message>
        <source>The export tells beforehand what each copy would say. So does exiftool.</source>
        <translation>Trước khi xuất, chương trình cho biết mỗi bản sao sẽ nói gì. Exiftool cũng vậy.</translation>
    </message>
    <message>
        <source>The guard sees what Python opens. Libraries written in other languages could pass it by; tests watch every system call of whole runs for that.</source>
        <translation>Lớp canh giữ thấy những gì Python mở. Thư viện viết bằng ngôn ngữ khác có thể đi vòng qua; vì thế các bài kiểm thử theo dõi mọi lời gọi hệ thống trong cả quá trình chạy.</translation>
    </message>
    <message>
        <source>The number of bytes written to your photo folders is measured on the files themselves. Checksums made before and after say the same.</source>
        <translation>Số byte ghi vào thư mục ảnh của bạn được đo trên chính các tệp. Mã kiểm tra tính trước và sau cũng cho kết quả như vậy.</translation>
    </message>
    <message>
        <source>The switch means what it says</source>
        <translation>Công tắc làm đúng như lời nói</translation>
    </message>
    <message>
        <source>There is no command for it. Photos are opened for reading only, and writing below a photo folder is refused by a guard that sees each file before it is opened.</source>
        <translation>Không có lệnh nào làm việc đó. Ảnh chỉ được mở để đọc, và việc ghi trong thư mục ảnh bị một lớp canh giữ từ chối, lớp này thấy từng tệp trước khi mở.</translation>
    </message>
    <message>
        <source>What can be seen in a picture stays in it: faces, signs, the view from a window. Who gets a copy may do with it what they like.</source>
        <translation>Những gì nhìn thấy trong ảnh vẫn còn đó: khuôn mặt, biển hiệu, cảnh nhìn từ cửa sổ. Ai nhận bản sao có thể làm gì tùy ý.</translation>
    </message>
    <message>
        <source>While suggestions are on, what was worked out is not locked with a passphrase. Albums that you saved and copies that you exported are yours and stay.</source>
        <translation>Khi gợi ý đang bật, những gì đã suy ra không được khóa bằng mật khẩu. Album bạn đã lưu và bản sao bạn đã xuất là của bạn và được giữ lại.</translation>
    </message>
    <message>
        <source>You see before what goes and what stays, and get a receipt that can be saved.</source>
        <translation>Bạn thấy trước những gì mất đi và những gì ở lại, và nhận một biên nhận có thể lưu.</translation>
    </message>
    <message>
        <source>Your photos are never changed, moved or deleted</source>
        <translation>Ảnh của bạn không bao giờ bị thay đổi, di chuyển hay xóa</translation>
    </message>
    <message>
        <source>“Check now” tries to get out in several ways and shows each refusal.</source>
        <translation>“Kiểm tra ngay” thử ra ngoài bằng nhiều cách và cho thấy từng lần bị từ chối.</translation>
    </message>
    <message>
        <source>“Check now” tries to open one of your photos for writing, and lets a decoding process try what a hostile picture would.</source>
        <translation>“Kiểm tra ngay” thử mở một ảnh của bạn để ghi, và để một tiến trình giải mã thử những gì một bức ảnh độc hại sẽ làm.</translation>
    </message>
</context>
<context>
    <name>put_back_dialog</name>
    <message>
        <source>Albums, stars, corrected dates and what is left out become those of that day.</source>
        <translation>Album, dấu sao, ngày đã sửa và những gì được bỏ qua sẽ trở lại như ngày đó.</translation>
    </message>
    <message>
        <source>As it was until {}</source>
        <translation>Như trước {}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Bản sao</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Từ một tệp…</translation>
    </message>
    <message>
        <source>No copy was made here yet; choose a file.</source>
        <translation>Ở đây chưa có bản sao nào; hãy chọn một tệp.</translation>
    </message>
    <message>
        <source>Put a copy back?</source>
        <translation>Khôi phục bản sao?</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>Suggestions are off afterwards; what was learnt is erased.</source>
        <translation>Sau đó gợi ý sẽ tắt; những gì đã học được bị xóa.</translation>
    </message>
    <message>
        <source>What is there now is kept aside: the same way, you can put it back.</source>
        <translation>Những gì hiện có được cất riêng: bạn có thể khôi phục lại theo cùng cách.</translation>
    </message>
    <message>
        <source>Which copy is to be put back?</source>
        <translation>Khôi phục bản sao nào?</translation>
    </message>
    <message>
        <source>Your photos are not touched; newer ones are read again.</source>
        <translation>Ảnh của bạn không bị đụng đến; ảnh mới hơn được đọc lại.</translation>
    </message>
</context>
<context>
    <name>said</name>
    <message>
        <source>Birthday</source>
        <translation>Sinh nhật</translation>
    </message>
    <message>
        <source>Cut in two</source>
        <translation>Đã cắt làm đôi</translation>
    </message>
    <message>
        <source>Cut on {}</source>
        <translation>Đã cắt vào {}</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Ngày lễ</translation>
    </message>
    <message>
        <source>Memorial day</source>
        <translation>Ngày tưởng nhớ</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Khác</translation>
    </message>
    <message>
        <source>Two events joined</source>
        <translation>Đã gộp hai dịp</translation>
    </message>
    <message>
        <source>Two events joined: {} and {}</source>
        <translation>Đã gộp hai dịp: {} và {}</translation>
    </message>
    <message>
        <source>Two events of {} joined</source>
        <translation>Đã gộp hai dịp của {}</translation>
    </message>
    <message>
        <source>Wedding anniversary</source>
        <translation>Kỷ niệm ngày cưới</translation>
    </message>
    <message>
        <source>always</source>
        <translation>luôn luôn</translation>
    </message>
    <message>
        <source>since {}</source>
        <translation>từ {}</translation>
    </message>
    <message>
        <source>until {}</source>
        <translation>đến {}</translation>
    </message>
    <message>
        <source>{} at {}</source>
        <translation>{} lúc {}</translation>
    </message>
    <message>
        <source>{} moved to the event of {}</source>
        <translation>Đã chuyển {} sang dịp của {}</translation>
    </message>
    <message>
        <source>{} taken out of their event</source>
        <translation>Đã lấy {} ra khỏi dịp</translation>
    </message>
    <message>
        <source>{} to {}</source>
        <translation>{} đến {}</translation>
    </message>
</context>
<context>
    <name>sources</name>
    <message>
        <source>Albums</source>
        <translation>Album</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>For you</source>
        <translation>Dành cho bạn</translation>
    </message>
    <message>
        <source>Hidden photos</source>
        <translation>Ảnh đã ẩn</translation>
    </message>
    <message>
        <source>Look-alikes</source>
        <translation>Ảnh giống nhau</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>Cần xem</translation>
    </message>
    <message>
        <source>New album…</source>
        <translation>Album mới…</translation>
    </message>
    <message>
        <source>Out of sight</source>
        <translation>Ngoài tầm mắt</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Ảnh</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Vấn đề</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Gợi ý</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>ngoại tuyến</translation>
    </message>
</context>
<context>
    <name>suggestion_edits</name>
    <message>
        <source>Hide</source>
        <translation>Ẩn</translation>
    </message>
    <message>
        <source>Less of this kind</source>
        <translation>Ít loại này hơn</translation>
    </message>
    <message>
        <source>Never the date of {}</source>
        <translation>Không bao giờ ngày của {}</translation>
    </message>
    <message>
        <source>Never these days</source>
        <translation>Không bao giờ những ngày này</translation>
    </message>
    <message>
        <source>Never this date</source>
        <translation>Không bao giờ ngày này</translation>
    </message>
    <message>
        <source>Never {}</source>
        <translation>Không bao giờ {}</translation>
    </message>
    <message>
        <source>Split in two.</source>
        <translation>Đã tách làm đôi.</translation>
    </message>
    <message>
        <source>Taken out of this event.</source>
        <translation>Đã lấy ra khỏi dịp này.</translation>
    </message>
    <message>
        <source>These borders are kept.</source>
        <translation>Đã giữ ranh giới này.</translation>
    </message>
    <message>
        <source>This is not an event</source>
        <translation>Đây không phải là một dịp</translation>
    </message>
    <message>
        <source>this place</source>
        <translation>nơi này</translation>
    </message>
    <message>
        <source>{} is a home</source>
        <translation>{} là nơi ở</translation>
    </message>
</context>
<context>
    <name>theme_edits</name>
    <message>
        <source>Theme renamed to “{}”.</source>
        <translation>Đã đổi tên chủ đề thành “{}”.</translation>
    </message>
    <message>
        <source>{} no longer judged.</source>
        <translation>{} không còn được đánh giá.</translation>
    </message>
    <message>
        <source>{}: not “{}”.</source>
        <translation>{}: không phải “{}”.</translation>
    </message>
    <message>
        <source>{}: “{}”.</source>
        <translation>{}: “{}”.</translation>
    </message>
    <message>
        <source>“{}” and its examples are forgotten.</source>
        <translation>Đã quên “{}” và các ảnh mẫu.</translation>
    </message>
    <message>
        <source>“{}” is saved as an album.</source>
        <translation>Đã lưu “{}” thành album.</translation>
    </message>
    <message>
        <source>“{}” is taught.</source>
        <translation>Đã dạy “{}”.</translation>
    </message>
</context>
<context>
    <name>theme_words</name>
    <message>
        <source>Every photo was answered.</source>
        <translation>Mọi ảnh đều đã được trả lời.</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Ảnh mẫu</translation>
    </message>
    <message>
        <source>Hardly</source>
        <translation>Khó có thể</translation>
    </message>
    <message>
        <source>Looking for more</source>
        <translation>Đang tìm thêm</translation>
    </message>
    <message>
        <source>More that may show it</source>
        <translation>Thêm ảnh có thể thuộc chủ đề</translation>
    </message>
    <message>
        <source>No photo</source>
        <translation>Không có ảnh</translation>
    </message>
    <message>
        <source>Not this</source>
        <translation>Không phải</translation>
    </message>
    <message>
        <source>Nothing is left to ask</source>
        <translation>Không còn gì để hỏi</translation>
    </message>
    <message>
        <source>Perhaps</source>
        <translation>Có lẽ</translation>
    </message>
    <message>
        <source>Photos come here with the cross, or with the key N.</source>
        <translation>Ảnh được đưa vào đây bằng dấu chéo, hoặc phím N.</translation>
    </message>
    <message>
        <source>Photos come here with the tick, or with the key Y.</source>
        <translation>Ảnh được đưa vào đây bằng dấu tích, hoặc phím Y.</translation>
    </message>
    <message>
        <source>Surely</source>
        <translation>Chắc chắn</translation>
    </message>
    <message>
        <source>The cross, or Delete, takes an answer back</source>
        <translation>Dấu chéo, hoặc Delete, rút lại câu trả lời</translation>
    </message>
    <message>
        <source>The examples are kept and can be changed. To find what shows the same, Homeroll has to look at what photos show, and that needs suggestions to be on.</source>
        <translation>Các ảnh mẫu được giữ và có thể thay đổi. Để tìm ảnh có cùng nội dung, Homeroll phải xem nội dung ảnh, và việc đó cần bật gợi ý.</translation>
    </message>
    <message>
        <source>Tick or cross, or the keys Y and N</source>
        <translation>Dấu tích hoặc dấu chéo, hoặc phím Y và N</translation>
    </message>
    <message>
        <source>Too few examples</source>
        <translation>Quá ít ảnh mẫu</translation>
    </message>
    <message>
        <source>what comes nearest of all else</source>
        <translation>những ảnh gần nhất trong số còn lại</translation>
    </message>
    <message>
        <source>{} more are needed before other photos can be ranked.</source>
        <translation>Cần thêm {} trước khi xếp hạng được các ảnh khác.</translation>
    </message>
    <message>
        <source>{} · in tests, nine of ten such photos showed it</source>
        <translation>{} · khi thử nghiệm, chín trên mười ảnh như vậy là đúng</translation>
    </message>
    <message>
        <source>{} · more likely than not</source>
        <translation>{} · nhiều khả năng là đúng</translation>
    </message>
</context>
<context>
    <name>wishes</name>
    <message>
        <source>The copy was put back. Suggestions are off; no photo was touched.</source>
        <translation>Đã khôi phục bản sao. Gợi ý đang tắt; không ảnh nào bị đụng đến.</translation>
    </message>
</context>
<context>
    <name>word_edits</name>
    <message>
        <source>A change of events is taken back.</source>
        <translation>Đã rút lại một thay đổi về các dịp.</translation>
    </message>
    <message>
        <source>Taken back: {}</source>
        <translation>Đã rút lại: {}</translation>
    </message>
    <message>
        <source>What was taken around {} is hidden.</source>
        <translation>Đã ẩn những gì chụp quanh {}.</translation>
    </message>
    <message>
        <source>this place</source>
        <translation>nơi này</translation>
    </message>
    <message>
        <source>{} hidden.</source>
        <translation>Đã ẩn {}.</translation>
    </message>
    <message>
        <source>{} stay hidden by their place or day.</source>
        <translation>{} vẫn bị ẩn theo địa điểm hoặc ngày.</translation>
    </message>
    <message>
        <source>{} to be seen again.</source>
        <translation>{} được hiện lại.</translation>
    </message>
    <message>
        <source>“{}” is remembered no more.</source>
        <translation>Không còn ghi nhớ “{}”.</translation>
    </message>
    <message>
        <source>“{}” is remembered.</source>
        <translation>Đã ghi nhớ “{}”.</translation>
    </message>
</context>
</TS>
