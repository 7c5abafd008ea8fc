"""What is said of the items of a list, one by one."""

from macros.data.schema.kinds import Filled
from macros.data.schema.rules import Rule


def of_item(rule: Rule, item: str) -> Rule:
    """Give a rule as it is for one item, by its key, of the list that it names in `each`."""
    typed = rule.model_copy(update={"each": None, "says": rule.instead.get(item, rule.says), "instead": {}})
    star, name = (f"{rule.each}.{key}" for key in ("*", item))
    filled = type(rule).model_validate_json(typed.model_dump_json().replace(star, name))
    says = Filled(lv=filled.says.lv, en=filled.says.en, origin=typed.says)
    return filled.model_copy(update={"says": says})
