from pydantic import BaseModel, ConfigDict, Extra


class UserUpdate(BaseModel):
    # ruleid: request-model-extra-allowed
    model_config = ConfigDict(extra="allow")

    name: str


class PersonUpdate(BaseModel):
    # ok: request-model-extra-allowed
    model_config = ConfigDict(extra="forbid")

    name: str


class OrderCreate(BaseModel, extra="ignore"):
    # ruleid: request-model-extra-allowed
    model_config = {"extra": "allow"}


class Settings(BaseSettings):
    # ok: request-model-extra-allowed
    model_config = ConfigDict(extra="allow")


class OrderOut(BaseModel):
    # ok: request-model-extra-allowed
    model_config = ConfigDict(extra="allow")
