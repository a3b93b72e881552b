import re

import pytest

from selaras_train.errors import RecipeInvalid
from selaras_train.recipe import Corpus, direction_named, read_recipe, recipe_from
from selaras_train.running import RECIPES


@pytest.mark.parametrize(
    "path", sorted(RECIPES.glob("*.toml")), ids=lambda path: path.stem
)
def test_every_recipe_that_comes_with_the_program_can_be_read(path):
    """
    A recipe is named like its file, and says the licence of what it weighs.
    """
    recipe = read_recipe(path)

    assert recipe.name == path.stem
    assert recipe.directions
    weighed = {name for name in recipe.weights if name not in recipe.licences}
    # "news6.en-fr", "news6+covered", made of a corpus, or "+bt", made of any.
    corpora = {re.split(r"[.+]", name)[0] for name in weighed} - {""}
    assert corpora <= set(recipe.licences)


class TestRecipeFrom:
    def test_what_is_not_said_has_a_default(self):
        """
        The shortest recipe names a direction and a corpus.
        """
        recipe = recipe_from(
            {"directions": ["id-en"], "corpora": [{"path": "x.tsv"}]}, name="short"
        )

        assert recipe.directions == (("id", "en"),)
        assert recipe.corpora == (Corpus(path="x.tsv"),)
        assert recipe.shape.vocabulary == 10_000

    @pytest.mark.parametrize(
        ("content", "message"),
        [
            ({"direction": "id-en"}, "Expected the recipe to hold .* got direction"),
            ({"course": {"rate": 1.0}}, r"Expected \[course\] to hold .* got rate"),
            ({"corpora": [{"columns": []}]}, r"\[corpus\]: .*path"),
            ({"directions": ["id-xx"]}, "a direction like id-en but got 'id-xx'"),
        ],
    )
    def test_a_setting_that_is_not_one_is_refused(self, content, message):
        """
        A slip of the pen must not silently train something else.
        """
        with pytest.raises(RecipeInvalid, match=message):
            recipe_from(content, name="x")

    def test_a_file_that_is_not_there_is_named(self, tmp_path):
        """
        So that its user sees the slip in the path.
        """
        with pytest.raises(RecipeInvalid, match=r"There is no recipe .*none\.toml"):
            read_recipe(tmp_path / "none.toml")


def test_a_language_is_not_translated_into_itself():
    """
    A direction has two ends.
    """
    with pytest.raises(RecipeInvalid, match="'id-id'"):
        direction_named("id-id")
