"""`report verify`: a signed copy holds the built PDF unchanged, or it is said what was changed."""

import io
import zipfile

import pikepdf
import pytest
from signing import BOX, EDITION, SHA256, altered, container, other_words, sign, signature_xml, small_pdf

from macros.paper.verify import printable, told, verify
from macros.paper.verify.compared import _alike
from macros.paper.verify.signed import Added, added
from macros.words.problems import Problems

BUILT = small_pdf()
SEEN = "2024./2025. mācību gads, latviešu valodā, melnraksts, izdevums 0123456789ab"


@pytest.fixture
def judge(tmp_path):
    """Give what is found of bytes, where the site holds the small PDF or those given."""

    def judge(data, name="Paraksts.pdf", builds=(BUILT,)):
        for number, build in enumerate(builds):
            place = tmp_path / "site" / "2024-2025" / f"{number}.pdf"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(build)
        (tmp_path / name).write_bytes(data)
        return verify(tmp_path / name, tmp_path / "site")

    return judge


class TestEdition:
    """What is said of a PDF that does not begin with a built one."""

    def test_the_built_file_itself(self, judge):
        """It is told apart from a signed copy."""
        found = judge(BUILT)
        assert found.holds
        assert told(found).splitlines()[0] == f"Paraksts.pdf: tas ir pats uzbūvētais PDF, neparakstīts – {SEEN}."

    def test_another_edition(self, judge, who):
        """Both editions are named, the one in the file and the one in the site."""
        found = judge(sign(small_pdf(identifier="2023-2024-en-final-ba9876543210"), who))
        assert not found.holds
        assert (
            "2023./2024. mācību gads, angļu valodā, galīgais variants, izdevums ba9876543210. Vietnē tagad ir: "
            in told(found)
        )
        assert "The site now has: 2024/25 school year, in Latvian, draft, edition 0123456789ab." in told(found)

    def test_an_edition_from_before_a_correction(self, judge, who, tmp_path):
        """Where the site still has what it said, that is named, and what the file is to be compared with."""
        signed = sign(small_pdf(identifier="2024-2025-lv-final-ba9876543210"), who)
        assert "editions/" not in told(judge(signed))
        page = tmp_path / "site/editions/ba9876543210/index.html"
        page.parent.mkdir(parents=True)
        page.touch()
        found = judge(signed)
        assert not found.holds
        assert "Tā izdevuma skaitļi vietnē paliek: editions/ba9876543210/. Vai šis fails ir bez izmaiņām," in told(
            found
        )
        assert "The figures of that edition stay in the site: editions/ba9876543210/." in told(found)

    def test_the_same_edition_in_another_file(self, judge):
        """The number of an edition is only words in a file: other bytes are not the built file."""
        found = judge(small_pdf("Skaitlis 97"))
        assert not found.holds
        assert "izdevuma numurs ir tas pats, bet fails cits" in told(found)

    @pytest.mark.parametrize("claim", ["", "2024-2025-lv-draft-0123456789ab&#x9b;2J", "2024-2025-lv-good-0123456789ab"])
    def test_no_edition(self, judge, claim):
        """What does not look like the name of an edition is not shown."""
        found = judge(_claiming(claim))
        assert not found.holds
        assert told(found) == (
            "Paraksts.pdf: tas nav uzbūvētais PDF, un izdevums tajā nav norādīts. Pārbaudiet, vai tas ir īstais fails.\n\n"
            "Paraksts.pdf: this is not the built PDF and names no edition. Check whether it is the right file."
        )

    def test_the_longest_build_counts(self, judge, signed):
        """Where one build begins with another, the file is compared with the longer one."""
        assert judge(signed, builds=(BUILT, signed)).verdicts[0].added is None

    def test_a_damaged_pdf(self, judge):
        """A PDF that is cut off is no edition."""
        assert not judge(BUILT[:300]).holds


def _claiming(claim):
    """Give a PDF whose XMP claims to be something."""
    with pikepdf.open(io.BytesIO(small_pdf("Cits"))) as document:
        xmp = document.Root.Metadata
        xmp.write(xmp.read_bytes().replace(EDITION.encode(), claim.encode()))
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()


class TestContainer:
    """An eDoc or ASiC-E holds the built PDF, alone or with other files."""

    def test_the_built_pdf_covered_by_two_signatures(self, judge):
        """Each signature that states the PDF's digest is counted."""
        files = {"Ziņojums 1.pdf": BUILT, "cits.txt": b"x"}
        first = signature_xml({"Zi%C5%86ojums%201.pdf": BUILT, "cits.txt": b"x"})
        second = signature_xml({"Zi%C5%86ojums%201.pdf": BUILT}, "http://www.w3.org/2001/04/xmlenc#sha512", "sha512")
        found = judge(
            container({**files, "META-INF/signatures0.xml": first, "META-INF/signatures1.xml": second}), "Z.asice"
        )
        assert found.holds
        assert told(found).splitlines()[:3] == [
            f"Z.asice → Ziņojums 1.pdf: uzbūvētais PDF tajā ir bez izmaiņām – {SEEN}.",
            "Elektroniskie paraksti, kas to aptver: 2.",
            "Salīdzināts tikai saturs. Ar eparaksts.lv rīkiem pārbaudiet, vai paraksti derīgi un kas parakstījis.",
        ]

    @pytest.mark.parametrize(
        "xml",
        [
            signature_xml({"z.pdf": BUILT + b" "}),
            signature_xml({"cits.pdf": BUILT}),
            signature_xml({"z.pdf": BUILT}, SHA256, "sha1"),
            signature_xml({"z.pdf": BUILT}).replace(b"ds:SignedInfo", b"ds:Object"),
            b"<x>" + signature_xml({"z.pdf": BUILT}) + b"</x>",
            b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + signature_xml({"z.pdf": BUILT}),
            b"<",
        ],
    )
    def test_a_signature_that_does_not_cover_it(self, judge, xml):
        """A digest of other bytes, of another file, of another kind, or not signed itself, does not count."""
        found = judge(container({"z.pdf": BUILT, "META-INF/signatures.xml": xml}), "z.edoc")
        assert found.verdicts[0].around == 0
        assert "paraksti, kas to aptver: neviens." in told(found)

    def test_a_signed_pdf_within(self, judge, signed):
        """A PDF with a signature of its own is judged as such."""
        found = judge(
            container({"z.pdf": signed, "META-INF/signatures.xml": signature_xml({"z.pdf": signed})}), "z.edoc"
        )
        assert "paraksti, kas to aptver: 2." in told(found)

    def test_each_of_several_pdfs(self, judge, signed):
        """Each is judged; one that was changed spoils all."""
        held = {"a.pdf": BUILT, "b.pdf": small_pdf("Cits", "")}
        assert judge(container(held), "z.asice").holds
        found = judge(container({**held, "c.pdf": altered(signed, other_words)}), "z.asice")
        assert [verdict.holds for verdict in found.verdicts] == [True, False, False]
        assert not found.holds

    def test_a_zip_that_is_no_container(self, judge):
        """It is judged all the same, and said what it is not."""
        found = judge(container({"z.pdf": BUILT}, mimetype=None), "z.zip")
        assert found.holds
        assert "ne īsts eDoc (ASiC-E)" in told(found)

    def test_no_pdf(self, judge):
        """A container without a PDF does not hold the report."""
        found = judge(container({"a.txt": b"x"}), "z.asice")
        assert not found.holds
        assert "tajā nav neviena PDF" in told(found)

    @pytest.mark.filterwarnings("ignore:Duplicate name")
    def test_two_files_of_one_name(self, judge):
        """Programs differ in which of two they show."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("z.pdf", BUILT)
            archive.writestr("z.pdf", b"%PDF-1.7")
        with pytest.raises(Problems, match="ar vienādu nosaukumu"):
            judge(out.getvalue(), "z.asice")

    def test_a_file_that_the_list_does_not_name(self, judge):
        """Programs that read a ZIP from its start would show what others do not see."""
        with pytest.raises(Problems, match="slēptas daļas"):
            judge(container({"z.pdf": b"%PDF-1.7 other"})[:90] + container({"z.pdf": BUILT}), "z.asice")

    def test_a_bomb(self, judge):
        """What would unpack to more than a file may have is not unpacked."""
        with pytest.raises(Problems, match="pārāk liels"):
            judge(container({"z.pdf": bytes(200_000_001)}), "z.asice")

    @pytest.mark.parametrize("harm", [lambda data: data.replace(b"z.pdf", b"y.pdf", 1), lambda data: data[50:]])
    def test_a_damaged_container(self, judge, harm):
        """It is said that it is damaged."""
        with pytest.raises(Problems, match="Failu nevar droši lasīt"):
            judge(harm(container({"z.pdf": BUILT})), "z.asice")


class TestCommand:
    """`report verify` as a person types it."""

    def test_it_tells_in_both_languages(self, run, tmp_path, signed):
        """Exit code 0, Latvian first, then English."""
        (tmp_path / "site").mkdir()
        (tmp_path / "site/z.pdf").write_bytes(BUILT)
        (tmp_path / "s.pdf").write_bytes(signed)
        done = run("verify", tmp_path / "s.pdf", "--site", tmp_path / "site")
        assert done.returncode == 0, done.stderr
        assert done.stdout.split("\n\n")[1].splitlines() == [
            "s.pdf: holds the built PDF unchanged – 2024/25 school year, in Latvian, draft, edition 0123456789ab.",
            "Electronic signatures that cover it: 1.",
            "Only the content was compared. Check with eparaksts.lv tools whether signatures are valid and who signed.",
        ]
        (tmp_path / "s.pdf").write_bytes(altered(signed, other_words))
        done = run("verify", tmp_path / "s.pdf", "--site", tmp_path / "site")
        assert done.returncode == 1
        assert done.stdout.splitlines()[:3] == [
            f"s.pdf: uzbūvētais PDF tajā ir mainīts – {SEEN}.",
            "– mainīts saturs: 2. lappuse",
            f"Uzbūvētais PDF jāparaksta vēlreiz: {tmp_path}/site/z.pdf",
        ]

    @pytest.mark.parametrize(
        ("name", "said"),
        [("none.pdf", "Tāda faila nav"), ("README.md", "Tas nav ne PDF, ne eDoc"), ("z.pdf", "make site")],
    )
    def test_wrong_use(self, run, tmp_path, name, said):
        """No such file, neither PDF nor container, or nothing built to compare with: exit code 2 and what to do."""
        (tmp_path / "README.md").write_text("x", "utf-8")
        (tmp_path / "z.pdf").write_bytes(BUILT)
        done = run("verify", tmp_path / name, "--site", tmp_path / "site")
        assert done.returncode == 2
        assert said in done.stderr
        assert "Traceback" not in done.stderr

    def test_names_do_nothing_to_a_terminal(self):
        """A name in a container cannot steer the terminal."""
        assert printable("a\u001b[2J\u202eb.pdf") == "a?[2J?b.pdf"


@pytest.mark.parametrize(("other", "same"), [(b"[ 356 0 ]", True), (b"[ 356.0 0 ]", True), (b"[ 357 0 ]", False)])
def test_numbers_written_another_way(other, same):
    """A program that signs may write a number in another way, not another number."""
    assert _alike(b"[ 356. 0 ]", other) == same


@pytest.mark.usefixtures("able_to_print")
def test_the_real_report(built, who, tmp_path):
    """The real PDFs, signed, are found to hold what was built; changed after that, they are not."""
    for path in sorted(built.folder.rglob("*.pdf")):
        data = path.read_bytes()
        (tmp_path / "s.pdf").write_bytes(sign(sign(data, who), who, "Otrs", BOX, 2))
        (verdict,) = verify(tmp_path / "s.pdf", built.folder).verdicts
        assert (verdict.build.path, verdict.added) == (path.as_posix(), Added((), 2, (3,)))
        changed = altered(data, other_words)
        assert [each.en for each in added(data, changed).changes] == ["the content was changed: page 2"]
