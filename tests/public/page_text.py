"""A page as its reader meets it: what each element says, in order."""

from html.parser import HTMLParser

VOID = {"meta", "link", "br", "img", "input", "path", "circle"}


class Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.elements = [], []

    def handle_starttag(self, tag, attributes):
        element = {"tag": tag, "text": "", **{key: value or "" for key, value in attributes}}
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag, attributes):
        """Shapes have no words."""

    def handle_endtag(self, tag):
        if tag not in VOID:
            self.open.pop()

    def handle_data(self, data):
        for element in self.open:
            element["text"] += data


def elements(response, tag, **attributes):
    """The elements with `tag` and exactly these attributes (class_ stands for class, data_x for data-x)."""
    reader = Reader()
    reader.feed(response.content.decode())
    wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
    return [each for each in reader.elements if each["tag"] == tag and wanted.items() <= each.items()]


def texts(response, tag, **attributes):
    """Their words, with plain single spaces."""
    return [" ".join(each["text"].split()) for each in elements(response, tag, **attributes)]
