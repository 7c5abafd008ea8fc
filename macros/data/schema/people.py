"""What is counted: learners, places, staff, programmes, resources, the festival, fees."""

from macros.data.schema.kinds import (
    Count,
    Day,
    Figures,
    HoursValue,
    Model,
    MonthValue,
    PercentValue,
    Text,
    Topic,
    Untranslated,
)


class Area(Model):
    """A programme area: what belongs to it, where it is taught, how many learners it has at both dates."""

    name: Text
    covers: Text
    places: tuple[str, ...]
    start: Count
    end: Count


class Movement(Model):
    """Learners who left and who joined during the year."""

    from_month: MonthValue
    to_month: MonthValue
    left: Count
    joined: Count
    reasons: tuple[Text, ...]


class Learners(Topic):
    """`learners.yml`: sections 1.1 and 3.2.3."""

    start_date: Day
    end_date: Day
    areas: dict[str, Area]
    movement: Movement


class Places(Topic):
    """`places.yml`: each address of delivery once, and the number of places that the source states elsewhere."""

    addresses: dict[str, Untranslated]
    stated: Count


class Observation(Model):
    """Classes observed during the year."""

    planned: Count
    for_grade: Count
    total: Count
    teachers_observed: Count
    teachers_observed_share: PercentValue
    clear_goals_share: PercentValue
    differentiated_share: PercentValue
    new_teachers_attending: Count


class Appraisal(Model):
    """Teachers whose professional work was appraised, and the grades they were given."""

    teachers: Count
    grade_2: Count
    grade_3: Count


class Development(Model):
    """Professional development of the staff."""

    events: Count
    hours_per_employee: HoursValue


class Staff(Topic):
    """`staff.yml`: teachers, observed classes, appraisal, professional development."""

    teachers: Count
    support_staff: Count
    turnover_two_years: PercentValue
    observation: Observation
    appraisal: Appraisal
    development: Development


class Programmes(Topic):
    """`programmes.yml`: what was opened and closed. The source states the closures in two ways."""

    opened: Count
    opened_year_before: Count
    learners_in_opened: Count
    closed_of_opened: Count
    closed: Count


class Resources(Topic):
    """`resources.yml`: teaching resources published by the centre's own teachers."""

    by_area: dict[str, Count]
    total: Count
    in_stock: Count


class Festival(Topic):
    """`festival.yml`: the Song and Dance Festival."""

    figures: Figures


class ValuesEducation(Topic):
    """`values_education.yml`: section 6."""

    plan_years: Count


class Achievements(Topic):
    """`achievements.yml`: section 7."""

    etwinning_years_running: Count


class Fees(Topic):
    """`fees.yml`: relief from the monthly co-payment."""

    monthly: Text | None
    relief_learners: Count
    relief_special_needs: Count
    entitled: tuple[Text, ...]
