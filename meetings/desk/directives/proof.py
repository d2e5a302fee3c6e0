"""What shows that a directive is done: a number, a link or a file. The chief may do without it, with a reason."""

from django import forms

from ...directive_states import DirectiveState
from ...models import ProgressReport

MAY_WAIVE = "meetings.publish_session"


def waiver_field():
    longest = ProgressReport._meta.get_field("waived").max_length
    return forms.CharField(
        label="Miễn minh chứng vì",
        max_length=longest,
        required=False,
        help_text="Chỉ ghi khi xong mà không có văn bản, đường dẫn; chỉ người trong cơ quan đọc được.",
    )


def ask_for_proof(form, state, file=None):
    """A clean form that says "xong" by nothing gets the error on its box."""
    said = form.cleaned_data
    if state != DirectiveState.DONE or {"evidence", "file"} & form.errors.keys():
        return
    if said.get("evidence") or said.get("waived") or file:
        return
    otherwise = "ghi vì sao ở ô Miễn minh chứng" if "waived" in form.fields else "để Chánh Văn phòng ghi và nêu lý do"
    form.add_error("evidence", f"Xong thì cần minh chứng: số văn bản, đường dẫn hoặc tệp. Không có thì {otherwise}.")
