"""The module of the mocks: the two clients on a vendor in the same process."""

from connector_generator.ir.api import Api
from connector_generator.plan.bindings import Bindings
from connector_generator.plan.client import client_parameters, optional_arguments
from connector_generator.plan.code import identifier, literal
from connector_generator.plan.methods import Views
from connector_generator.plan.package import MockClass, MockModule


def plan_mock(api: Api, views: Views) -> MockModule:
    """The mock module."""
    names = [f"{api.class_prefix}Client", f"Async{api.class_prefix}Client"]
    mocks = [f"Mock{api.class_prefix}Client", f"AsyncMock{api.class_prefix}Client"]
    bindings = Bindings(
        mocks,
        sources={"CONNECTOR": ".", "models": ".", "params": ".", **dict.fromkeys(names, ".client")},
    )
    parameters = client_parameters(api, views)
    return MockModule(
        doc=f"The clients of {api.title} for tests: they talk to a vendor in this process.",
        classes=tuple(
            MockClass(identifier(mock), bindings.use(name))
            for mock, name in zip(mocks, names, strict=True)
        ),
        connector=bindings.use("CONNECTOR"),
        mock=bindings.use("Mock", "typing"),
        mock_of=bindings.use("mock_of"),
        credentials=bindings.bind("CredentialsInput | None", "typing"),
        settings=bindings.bind("Unpack[ClientSettings]", "typing"),
        integer=bindings.use("int", "typing"),
        parameters=optional_arguments(parameters, bindings),
        wire=tuple((literal(name), identifier(name)) for name in parameters),
        imports=bindings.imports(),
    )
