"""The program's own words: labels, months, nouns that are counted, what named figures are."""

from typing import Annotated

from pydantic import Field

from macros.data.schema.kinds import Model, Text

NUMBER, ORDINAL = "{n}", "{th}"
"""Where a number, or its English ordinal, stands in the words that it bends."""


class Phrase(Model):
    """The forms of a counted noun, or of a phrase round a number: `lv` by case and plural form, `en` by plural form."""

    lv: dict[str, dict[str, str]]
    en: dict[str, str]


class Labels(Model):
    """The words that the program itself puts on a page; each is used, none may be missing."""

    def said(self, key: str, language: str, **values: object) -> str:
        """Give a label in a language, with `{name}` replaced by a given value."""
        words = getattr(self, key).in_(language)
        for name, value in values.items():
            words = words.replace(f"{{{name}}}", str(value))
        return words

    calculated: Text
    last_of_several: Text
    no_report: Text
    not_stated: Text
    answer_yes: Text
    answer_no: Text
    cell: Text
    cell_total: Text
    was_set: Text
    was_reached: Text
    for_next_year: Text
    box_note: Text
    box_tip: Text
    box_info: Text
    box_warning: Text
    box_danger: Text
    source: Text
    you_are_here: Text
    colours: Text
    close: Text
    search_like: Text
    show_sources: Text
    find_rows: Text
    rows_found: Text
    source_section: Text
    source_sections: Text
    table: Text
    number: Text
    total: Text
    status_achieved: Text
    status_partly: Text
    status_not_achieved: Text
    status_preparing: Text
    number_not_stated: Text
    figure_blank: Text
    year_alone: Text
    year_marked: Text
    years_beside: Text
    changes_new: Text
    changes_gone: Text
    changes_unstated: Text
    changes_unclear: Text
    changed_words: Text
    changed_unit: Text
    changed_calculation: Text
    changed_since: Text
    points: Text
    over_the_years: Text
    sources_of_year: Text
    years_file: Text
    criterion_overviews: Text
    years_since: Text
    status_draft: Text
    is_draft: Text
    status_final: Text
    asked_teachers: Text
    asked_learners: Text
    asked_parents: Text
    key_learners_end: Text
    areas_other: Text
    download_pdf: Text
    download_print: Text
    download_print_size: Text
    download_data: Text
    download_tables: Text
    datasets_all_years: Text
    datasets_figures: Text
    datasets_catalogue: Text
    datasets_schema: Text
    datasets_catalogue_title: Text
    datasets_about: Text
    datasets_keywords: Text
    datasets_year: Text
    dataset_chart: Text
    dataset_group: Text
    dataset_group_about: Text
    dataset_figures: Text
    dataset_total: Text
    part_number: Text
    part_date: Text
    part_covers: Text
    part_status: Text
    part_term: Text
    part_meaning: Text
    part_question: Text
    part_answer: Text
    dataset_number: Text
    dataset_low: Text
    dataset_high: Text
    dataset_unit: Text
    dataset_empty: Text
    dataset_licence_open: Text
    small_group: Text
    figures_year: Text
    figures_name: Text
    figures_title: Text
    figures_value: Text
    figures_low: Text
    figures_high: Text
    figures_unit: Text
    figures_basis: Text
    basis_stated: Text
    figures_correction: Text
    figures_corrected: Text
    figures_discrepancy: Text
    unit_count: Text
    unit_percent: Text
    unit_hours: Text
    unit_euro: Text
    unit_month: Text
    unit_date: Text
    in_lv: Text
    in_en: Text
    page_count: Text
    school_year: Text
    edition: Text
    written_in: Text
    latvian_prevails: Text
    edition_proof: Text
    section_address: Text
    section_proof: Text
    section_today: Text
    section_no_figures: Text
    edition_where: Text
    edition_page: Text
    edition_latest: Text
    edition_later: Text
    edition_otherwise: Text
    edition_figure: Text
    edition_said: Text
    edition_now: Text
    edition_gone: Text
    edition_list: Text
    edition_how: Text
    edition_is_latest: Text
    page_under_review: Text
    page_carried: Text
    corrected: Text
    figure_corrected: Text
    figure_doubted: Text
    correction: Text
    text_under_review: Text
    not_translated: Text
    contents: Text
    language_menu: Text
    published_by: Text
    report_mistake: Text
    discrepancy: Text
    no_answer_yet: Text
    answered: Text
    settled: Text
    no_question: Text
    document_number: Text
    document_place: Text
    document_date: Text
    figure: Text
    figure_data: Text
    figure_data_alone: Text
    figure_alt: Text
    file_csv: Text
    file_xlsx: Text
    file_svg: Text
    file_png: Text
    share: Text
    share_page: Text
    share_address: Text
    cite: Text
    cite_as: Text
    cite_edition: Text
    cite_signed: Text
    cite_unsigned: Text
    cite_corrected: Text
    copy_it: Text
    copied: Text
    feed: Text
    feed_link: Text
    feed_entry: Text
    figure_change: Text
    figure_group: Text
    figure_step: Text
    figure_value: Text
    figure_answer: Text
    figure_surveyed: Text
    change_head: Text
    surveyed_teachers: Text
    surveyed_learners: Text
    surveyed_parents: Text
    other_answers_not_stated: Text
    told_largest: Text
    told_smallest: Text
    told_change: Text
    told_total: Text
    told_item: Text
    told_flow: Text
    told_elsewhere: Text
    told_question: Text
    told_single_answer: Text
    line: Text
    link_to_heading: Text
    edit: Text
    edit_data: Text
    edit_heading: Text
    formula_count: Text
    formula_chosen: Text


class MonthWords(Model):
    """A month after “no” and after “līdz” in Latvian, and in English."""

    after_no: str
    after_lidz: str
    english: str


class Words(Model):
    """`words.yml`: the program's own labels."""

    labels: Labels
    months: Annotated[tuple[MonthWords, ...], Field(min_length=12, max_length=12)]
    phrases: dict[str, Phrase]
    numbers: dict[str, Text]
    """What a named figure is; `*` stands for one key, `{name}` for what the keys are called, joined by a colon."""
