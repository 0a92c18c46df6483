"""allOf is merged; a base with a discriminator becomes the union of its heirs."""

from tests.generator.normalise.documents import INTEGER, STRING, record, ref, schemas


def test_members_are_merged() -> None:
    result = schemas(
        A={"allOf": [ref("B"), {**record(b=INTEGER), "required": ["b"]}], "description": "all"},
        B={**record(a=STRING), "required": ["a"], "description": "base"},
    )
    assert result.schemas["A"] == {
        **record(a=STRING, b=INTEGER),
        "required": ["a", "b"],
        "description": "all",
    }


def test_one_reference_stays_a_reference() -> None:
    wrapped = {"allOf": [ref("B")], "description": "why", "nullable": True}
    result = schemas("3.0.3", A=record(b=wrapped), B=record(a=STRING))
    expected = {**ref("B"), "description": "why", "nullable": True}
    assert result.schemas["A"]["properties"]["b"] == expected


def test_required_only_members_make_a_record_of_their_own() -> None:
    result = schemas(A={"allOf": [ref("B"), {"required": ["a"]}]}, B=record(a=STRING))
    assert result.schemas["A"] == {**record(a=STRING), "required": ["a"]}


def test_an_heir_narrows_what_it_inherits() -> None:
    wide = {"type": "string", "enum": ["a", "b"], "minLength": 1}
    result = schemas(
        A={"allOf": [ref("B"), record(x={"enum": ["b", "c"], "minLength": 2})]}, B=record(x=wide)
    )
    assert result.schemas["A"]["properties"]["x"] == {
        "type": "string",
        "enum": ["b"],
        "minLength": 2,
    }


def test_heirs_share_the_hoisted_parts_of_their_base() -> None:
    result = schemas(
        Dog={"allOf": [ref("Pet"), record(bark=STRING)]}, Pet=record(home=record(street=STRING))
    )
    assert result.schemas["Dog"]["properties"]["home"] == ref("PetHome")
    assert set(result.schemas) == {"Dog", "Pet", "PetHome"}


def test_a_union_beside_properties_is_spread() -> None:
    result = schemas(
        A={
            **record(id=STRING),
            "oneOf": [{**record(a=STRING), "title": "first"}, {**record(b=STRING), "title": "two"}],
        }
    )
    assert result.schemas["A"] == {"oneOf": [ref("AVariantFirst"), ref("AVariantTwo")]}
    assert result.schemas["AVariantFirst"]["properties"] == {"id": STRING, "a": STRING}


def test_variants_that_only_require_are_no_types() -> None:
    result = schemas(
        A={**record(a=STRING, b=STRING), "anyOf": [{"required": ["a"]}, {"required": ["b"]}]}
    )
    expected = {**record(a=STRING, b=STRING), "x-required-variants": [["a"], ["b"]]}
    assert result.schemas["A"] == expected


def test_cycles_end() -> None:
    result = schemas(
        A={"allOf": [ref("B"), record(a=STRING)]},
        B={"allOf": [ref("A"), record(b=STRING)]},
        C=ref("D"),
        D=ref("C"),
        Node=record(next=ref("Node")),
    )
    assert result.schemas["A"]["properties"] == {"a": STRING, "b": STRING}
    assert result.schemas["Node"] == record(next=ref("Node"))
    assert {"recursive-all-of", "alias-cycle"} <= set(result.codes)


def test_a_contradiction_is_reported_and_the_heir_wins() -> None:
    result = schemas(A={"allOf": [ref("B"), record(x=INTEGER)]}, B=record(x=STRING))
    assert result.codes == ["all-of-conflict"]
    assert result.schemas["A"]["properties"]["x"] == INTEGER


def test_a_discriminator_base_becomes_a_union() -> None:
    result = schemas(
        Pet={
            **record(kind=STRING, name=STRING),
            "required": ["kind"],
            "discriminator": {"propertyName": "kind", "mapping": {"cat": "Cat"}},
            "description": "any pet",
        },
        Cat={"allOf": [ref("Pet"), record(purrs={"type": "boolean"})]},
        Dog={"allOf": [ref("Pet"), record(barks={"type": "boolean"})]},
        Owner=record(pet={"allOf": [ref("Pet")], "description": "mine"}),
    )
    pet = result.schemas["Pet"]
    assert pet["oneOf"] == [ref("Cat"), ref("Dog"), ref("PetBase")]
    assert pet["discriminator"]["mapping"] == {
        "cat": ref("Cat")["$ref"],
        "Dog": ref("Dog")["$ref"],
        "Pet": ref("PetBase")["$ref"],
    }
    assert result.schemas["Cat"]["properties"]["kind"] == {"type": "string", "enum": ["cat"]}
    assert result.schemas["Dog"]["properties"]["kind"] == {"type": "string", "enum": ["Dog"]}
    assert result.schemas["Owner"]["properties"]["pet"]["$ref"] == ref("Pet")["$ref"]
    assert result.schemas["PetBase"]["properties"] == {"kind": STRING, "name": STRING}
    assert result.root["components"]["schemas"]["PetBase"]["x-connector-parent"] == "Pet"


def test_a_base_that_lists_its_heirs_and_is_extended_by_them() -> None:
    result = schemas(
        Pet={
            **record(kind=STRING),
            "oneOf": [ref("Cat"), ref("Dog")],
            "discriminator": {"propertyName": "kind"},
        },
        Cat={"allOf": [ref("Pet"), record(purrs=STRING)]},
        Dog={"allOf": [ref("Pet"), record(barks=STRING)]},
    )
    assert result.schemas["Pet"]["oneOf"] == [ref("Cat"), ref("Dog")]
    assert result.schemas["Cat"]["properties"] == {"kind": STRING, "purrs": STRING}
    assert "recursive-all-of" not in result.codes


def test_discriminator_without_heirs_is_dropped() -> None:
    result = schemas(A={**record(kind=STRING), "discriminator": {"propertyName": "kind"}})
    assert result.schemas["A"] == record(kind=STRING)
    assert result.codes == ["discriminator-without-heirs"]
