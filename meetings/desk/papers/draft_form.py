"""The form of a paper's draft: a blank field shows in grey the words that will be printed."""

from django import forms

from ...issuing import compose
from ...models import PaperDraft
from ...models.open_directives import annex_choices
from ...models.paper_defaults import NO_AUTHORITY
from ...models.text_fields import ProseField
from ...paper import SignatureRecord
from ...prose import directive_words

_LONG = 160
_HIGH = {"addressees": 6, "authority": 3, "recipients": 5}
"""How many lines a box shows, where they are not two."""


class PaperDraftForm(forms.ModelForm):
    items = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, required=False)
    directives = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, required=False)
    annex = forms.MultipleChoiceField(
        label="Chỉ đạo đưa vào phụ lục",
        help_text="Chung cho mọi giấy tờ của phiên họp. Không chọn chỉ đạo nào thì phụ lục gồm mọi chỉ đạo còn mở.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    class Meta:
        model = PaperDraft
        fields = [
            field.name
            for field in PaperDraft._meta.local_fields
            if field.editable and field.name not in ("id", "session", "kind")
        ]
        widgets = {
            field.name: forms.Textarea(attrs={"rows": _HIGH.get(field.name, 2), "class": "printed"})
            for field in PaperDraft._meta.local_fields
            if isinstance(field, ProseField)
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        kind = self.instance.described
        for name in set(self._meta.fields) - set(kind.fields):
            del self.fields[name]
        if kind.is_letter:
            self.fields["addressees"].label = "Kính gửi"
            self.fields["addressees"].help_text = "Mỗi dòng một nơi được gửi."
        self._offer_rows(kind)
        self._offer_annex()
        at = kind.fields.index("closing")
        self.order_fields((*kind.fields[:at], "items", "directives", *kind.fields[at:]))
        self._show_grey(kind)

    def _offer_rows(self, kind):
        if not kind.chooses_rows:
            del self.fields["items"], self.fields["directives"]
            return
        for name, rows in (("items", "Kết luận"), ("directives", "Chỉ đạo")):
            self.fields[name].label = f"{rows} đưa vào {kind.name.lower()}"
        session = self.instance.session
        items, directives = self.instance.left_out()
        concluded = [row for row in session.agenda.all() if row.conclusion]
        heads = [row for row in session.directives.all() if not row.level]
        self.fields["items"].choices = [(str(row.pk), _cut(f"{row.title}: {row.conclusion}")) for row in concluded]
        self.fields["directives"].choices = [(str(row.pk), _cut(directive_words(row.to_record()))) for row in heads]
        self.initial["items"] = [str(row.pk) for row in concluded if row.pk not in items]
        self.initial["directives"] = [str(row.pk) for row in heads if row.pk not in directives]

    def _offer_annex(self):
        """The open directives of earlier sessions; no box where there are none, or no annex."""
        session, field = self.instance.session, self.fields["annex"]
        field.choices = [(str(pk), _cut(f"{owed.reference}: {owed.words}")) for pk, owed in annex_choices(session)]
        self.initial["annex"] = [str(pk) for pk in session.annex.values_list("pk", flat=True)]
        if not field.choices or "with_owed" not in self.instance.described.fields:
            del self.fields["annex"]

    def _show_grey(self, kind):
        """The words that are printed for blank fields, as placeholders."""
        composed = compose(self.instance.session, kind.kind)
        paper, record = composed.paper, composed.record
        signature = paper.signatures[0] if paper.signatures else SignatureRecord(authority=())
        signed = {"authority": signature.authority, "signer": signature.name}
        for name, field in self.fields.items():
            words = signed.get(name, getattr(paper, name, ""))
            if not isinstance(words, bool):
                field.widget.attrs["placeholder"] = words if isinstance(words, str) else "\n".join(words)
        if kind.precedes_session and not kind.presiding(record):
            self.fields["signer"].help_text = "Phiên họp chưa ghi ai chủ trì. " + self.fields["signer"].help_text

    def clean(self):
        cleaned = super().clean()
        if "authority" in self.fields:
            self._refuse_name_without_post(cleaned)
        return cleaned

    def _refuse_name_without_post(self, cleaned):
        typed = PaperDraft(signer=cleaned.get("signer", ""), authority=cleaned.get("authority", ""))
        if typed.signer_lacks_authority(self.instance.usual()):
            self.add_error("authority", NO_AUTHORITY)

    def save(self, commit=True):
        draft = super().save(commit)
        if "items" in self.fields:
            draft.left_out_items.set(_unchosen(self, "items"))
            draft.left_out_directives.set(_unchosen(self, "directives"))
        if "annex" in self.fields:
            draft.session.annex.set(self.cleaned_data["annex"])
        return draft


def _unchosen(form, name):
    return [int(key) for key, _ in form.fields[name].choices if key not in form.cleaned_data[name]]


def _cut(words):
    return words if len(words) <= _LONG else words[:_LONG].rpartition(" ")[0] + " …"
