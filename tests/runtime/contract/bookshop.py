"""A vendor written with FastAPI, which describes itself; a switch makes it break its word."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Depends, FastAPI, HTTPException, Query, Response
from fastapi.responses import JSONResponse
from fastapi.security import APIKeyHeader
from pydantic import BaseModel

KEY = "bookshop-canary-key"
NUMBER = UUID("6f1c3c1e-6c5a-4d7e-9a52-0d1f3f6b8a11")


class Author(BaseModel):
    name: str
    born: date | None


class Book(BaseModel):
    id: UUID
    title: str
    state: Literal["new", "used"]
    price: float
    authors: list[Author]
    stock: dict[str, int] = {}


class Books(BaseModel):
    data: list[Book]
    total: int


class Problem(BaseModel):
    detail: str


BOOK = Book(
    id=NUMBER,
    title="Emma",
    state="used",
    price=4.5,
    authors=[Author(name="Jane", born=date(1775, 12, 16)), Author(name="Anon", born=None)],
    stock={"london": 2},
)


@dataclass
class Bookshop:
    """The application, and what it does to its replies: a function of operation and JSON."""

    change: Callable[[str, Any], Any] = lambda operation, body: body

    def reply(self, operation: str, model: BaseModel) -> Response:
        """The reply of an operation, with what is injected."""
        return JSONResponse(self.change(operation, model.model_dump(mode="json")))

    def app(self) -> FastAPI:
        """The ASGI application."""
        header = APIKeyHeader(name="X-Key", auto_error=False)

        def known(key: Annotated[str | None, Depends(header)]) -> None:
            if key != KEY:
                raise HTTPException(401, "who are you?")

        app = FastAPI(title="Bookshop", version="1.0.0", dependencies=[Depends(known)])

        @app.get("/books", response_model=Books, operation_id="list_books")
        def list_books(limit: Annotated[int, Query(ge=1, le=50)] = 10) -> Response:
            return self.reply("list_books", Books(data=[BOOK][:limit], total=1))

        @app.get(
            "/books/{book_id}",
            response_model=Book,
            operation_id="get_book",
            responses={404: {"model": Problem}},
        )
        def get_book(book_id: UUID) -> Response:
            if book_id != NUMBER:
                raise HTTPException(404, "no such book")
            return self.reply("get_book", BOOK)

        @app.get("/books/{book_id}/authors", response_model=list[Author], operation_id="authors")
        def list_authors(book_id: UUID) -> list[Author]:
            return BOOK.authors

        @app.get("/health", operation_id="get_health")
        def health() -> dict[str, str]:
            return {"state": "well"}

        @app.delete("/books/{book_id}", operation_id="delete_book")
        def delete_book(book_id: UUID) -> None:
            raise AssertionError("a live run must not write")

        for function in (list_books, get_book, list_authors, health, delete_book):
            assert callable(function)
        return app
