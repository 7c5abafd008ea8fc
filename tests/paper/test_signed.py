"""What was added to a PDF after it was built: signatures alone, or something that changes it."""

import io
import re

import pikepdf
import pytest
from forging import CHANGES, dynamic_form, size
from pikepdf import Array
from signing import BOX, altered, sign, small_pdf, updated, with_certificates

from macros.paper.verify.compared import pages_named
from macros.paper.verify.signed import Added, added

BUILT = small_pdf()


class TestSignedPdf:
    """What signers really write leaves the content as it was built."""

    def test_one_signature_that_cannot_be_seen(self, signed):
        """One signature covers the built file."""
        assert added(BUILT, signed) == Added((), 1, ())

    def test_a_visible_signature(self, who):
        """The page is named on which a signature can be seen."""
        assert added(BUILT, sign(BUILT, who, box=BOX, page=1)) == Added((), 1, (2,))

    def test_two_signatures_one_after_the_other(self, signed, who):
        """Both cover the built file, though the second comes behind the first."""
        assert added(BUILT, sign(signed, who, "Otrs", BOX)) == Added((), 2, (1,))

    def test_certificates_added_after_signing(self, signed, who):
        """What keeps a signature checkable for long changes no content."""
        assert added(BUILT, with_certificates(signed, who)) == Added((), 1, ())

    def test_annotations_of_a_page_in_an_object_of_their_own(self, who):
        """A list of annotations may stand apart from its page, and gains the signature there."""
        built = small_pdf(shared=True)
        assert added(built, sign(built, who, page=1)) == Added((), 1, ())

    def test_numbers_written_again_with_fewer_decimals(self, signed):
        """A signer that rounds the size of a page to the thousandth of a point changes nothing that can be seen."""

        def rounded(document):
            document.pages[0].obj.MediaBox = Array([0, 0, 595.2756, 841.8898])
            return [document.pages[0].obj]

        assert added(BUILT, altered(signed, rounded)) == Added((), 1, ())


class TestChanged:
    """Whatever else is added behind the built file is found and named."""

    @pytest.mark.parametrize(("change", "said"), CHANGES)
    def test_after_signing(self, signed, change, said):
        """What is changed behind the signature."""
        assert said in [each.lv for each in added(BUILT, altered(signed, change)).changes]

    @pytest.mark.parametrize(("change", "said"), [each for each in CHANGES if each[0] is not dynamic_form])
    def test_before_signing(self, who, change, said):
        """What is changed first and signed then: the signature is true, but not of what was built."""
        assert said in [each.lv for each in added(BUILT, sign(altered(BUILT, change), who, "Y")).changes]

    def test_a_signature_that_covers_its_page(self, who):
        """The picture of a true signature, too, may not stand in place of a page."""
        changes = added(BUILT, sign(BUILT, who, box=(0, 0, 595, 842))).changes
        assert [each.lv for each in changes] == ["paraksta attēls aizņem vairāk nekā ceturtdaļu lappuses: 1. lappuse"]

    def test_changed_signed_and_changed_back(self, who):
        """What was signed counts too, though the last version looks as it was built."""

        def back(document):
            del document.pages[0].obj.CropBox
            return [document.pages[0].obj]

        restored = altered(sign(altered(BUILT, size), who), back)
        assert [each.lv for each in added(BUILT, restored).changes] == ["mainīts saturs: 1. lappuse"]

    def test_an_object_outside_the_table(self, signed):
        """An object that no table lists, but which a program that searches for objects would find."""
        number = _contents(BUILT)
        hidden = signed + b"%d 0 obj\n<< /Length 1 >>\nstream\nx\nendstream\nendobj\n" % number
        changes = added(BUILT, updated(hidden, {90: b"null"})).changes
        assert [each.lv for each in changes] == ["mainīts saturs: 2. lappuse"]

    def test_an_object_of_a_later_generation(self, signed):
        """An object that takes the place of another by its generation."""
        later = updated(signed, {_contents(BUILT): b"<< /Length 1 >>\nstream\nx\nendstream"}, generation=1)
        assert "mainīts saturs: 2. lappuse" in [each.lv for each in added(BUILT, later).changes]

    def test_an_object_that_was_missing(self):
        """What the built file names but does not hold cannot be supplied later."""
        number, body = _catalogue(BUILT)
        built = updated(BUILT, {number: body.replace(b"<<", b"<< /OCProperties 90 0 R", 1), 91: b"null"})
        changes = added(built, updated(built, {90: b"<< /D << >> >>"})).changes
        assert "the inner structure of the document was changed" in [each.en for each in changes]

    @pytest.mark.parametrize("key", [b"/XRefStm", b"/XRef#53tm"])
    def test_two_tables_in_one_update(self, key):
        """A second table, which only some programs read, is not trusted."""
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(BUILT)) as document:
            document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        built = out.getvalue()
        update = updated(built, {90: b"null"})
        assert added(built, update) == Added((), 0, ())
        hybrid = re.sub(rb"/Prev (\d+)", rb"/Prev \1 " + key + rb" \1", update)
        assert [each.en for each in added(built, hybrid).changes] == [
            "something was added at the end that cannot be checked safely"
        ]

    def test_another_catalogue(self, signed):
        """A second document behind the first."""
        other = updated(signed, {90: _catalogue(BUILT)[1]}, root=90)
        assert "the order or number of pages was changed" in [each.en for each in added(BUILT, other).changes]

    @pytest.mark.parametrize("tail", [b"x", b"5 0 obj\nnull\nendobj\n", b"\nstartxref\n0\n%%EOF\n"])
    def test_bytes_that_are_no_update(self, signed, tail):
        """What programs would each mend in their own way is not trusted."""
        assert [each.en for each in added(BUILT, signed + tail).changes] == [
            "something was added at the end that cannot be checked safely"
        ]

    def test_a_key_that_stands_twice(self, signed):
        """Programs differ in which of two equal keys they believe."""
        with pikepdf.open(io.BytesIO(signed)) as document:
            page = document.pages[0].obj
            body = page.unparse(resolved=True).replace(b"<<", b"<< /MediaBox [0 0 1 1]", 1)
            number = page.objgen[0]
        assert added(BUILT, updated(signed, {number: body})).changes

    @pytest.mark.parametrize("span", [b"0 10 20 30", b"10 %d %d 9", b"0 %d %d 999999"])
    def test_a_signature_that_does_not_cover_the_built_file(self, span):
        """A signature of other bytes is not counted."""
        span = span % (len(BUILT), len(BUILT) + 9) if b"%" in span else span
        value = b"<< /Type /Sig /ByteRange [%s] /Contents <00> >>" % span
        number, body = _catalogue(BUILT)
        body = body.replace(b"<<", b"<< /AcroForm << /Fields [90 0 R] >>", 1)
        bodies = {90: b"<< /FT /Sig /T (X) /V 91 0 R >>", 91: value, number: body}
        assert added(BUILT, updated(BUILT, bodies)) == Added((), 0, ())


def _contents(data):
    with pikepdf.open(io.BytesIO(data)) as document:
        return document.pages[1].obj.Contents.objgen[0]


def _catalogue(data):
    with pikepdf.open(io.BytesIO(data)) as document:
        return document.Root.objgen[0], document.Root.unparse(resolved=True)


def test_page_numbers_in_words():
    """Runs of pages are joined, in both languages."""
    assert pages_named({1, 2, 3, 7}, "lv") == "1.–3., 7. lappuse"
    assert pages_named({1, 2, 3, 7}, "en") == "pages 1–3, 7"
    assert pages_named({4}, "en") == "page 4"
