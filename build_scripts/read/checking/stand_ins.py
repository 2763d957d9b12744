"""Make instances of models from faulty entries, with stand-ins for missing values.

A stand-in is an empty text, the number 0, the first word of an enumeration, or an entry of such
values. So the rest of the entry can be checked. Stand-ins are never published, because each goes
with an error.
"""

from enum import Enum
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from build_scripts.read.checking.mend import Path
from build_scripts.read.schema.values import fields_by_key

M = TypeVar("M", bound=BaseModel)


def with_stand_ins(model: type[M], data: Any) -> M:
    """An instance of a model, even if values are missing or rules are broken.

    The data have no faulty values; anything but a mapping counts as empty.
    """
    values = {}
    for name, field in model.model_fields.items():
        key = field.alias or name
        if isinstance(data, dict) and key in data:
            values[name] = _value(_adapter(model, name), field.annotation, data[key])
        elif field.is_required():
            values[name] = _stand_in(field.annotation)
    return model.model_construct(**values)


def model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The model of the value at a path; None if it is a text, a number or the like."""
    found: type[BaseModel] | None = model
    for step in path:
        if found is not None and isinstance(step, str):
            field = fields_by_key(found).get(step)
            found = _model_in(field.annotation) if field is not None else None
    return found


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that a type annotation names: alone, as an alternative, or for items."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)


def _item_annotation(annotation: Any) -> Any:
    """The type of a list's items in a type annotation; None if it is not for a list."""
    if get_origin(annotation) is tuple:
        return get_args(annotation)[0]
    return next(filter(None, map(_item_annotation, get_args(annotation))), None)


def _value(adapter: TypeAdapter[Any], annotation: Any, data: Any) -> Any:
    """A value, with stand-ins if it contains a faulty entry."""
    try:
        return adapter.validate_python(data)
    except ValidationError:
        model = _model_in(annotation)
        if model is None:
            raise
    item_annotation = _item_annotation(annotation)
    if item_annotation is None:
        return with_stand_ins(model, data)
    items = data if isinstance(data, list) else [data]
    item_adapter = TypeAdapter(item_annotation)
    return tuple(_value(item_adapter, item_annotation, item) for item in items)


def _stand_in(annotation: Any) -> Any:
    if issubclass(annotation, BaseModel):
        return with_stand_ins(annotation, {})
    if issubclass(annotation, Enum):
        return next(iter(annotation))
    return annotation()


@cache
def _adapter(model: type[BaseModel], name: str) -> TypeAdapter[Any]:
    """The rules for a single field."""
    return TypeAdapter(model.model_fields[name].rebuild_annotation())
