"""What is said of a PDF from outside that cannot be opened."""


class UnreadablePdf(ValueError):
    """No page of the file can be drawn; the message says in Vietnamese what to do."""


UNOPENED = "Không mở được trang nào của tệp PDF này. Hãy xuất hoặc quét lại ra PDF."
