"""Runs that survive their process: each step's outcome is in a database before the next step begins.

The only module that imports DBOS, and only when the engine is launched: that costs a second. Its
paid features (its Conductor, upgrades between versions, shards) are never used.
"""

import asyncio
import contextlib
import importlib
import logging
from collections.abc import Awaitable, Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import URL

from connector_runtime.errors import (
    NotFoundError,
    PlatformError,
    StoreUnavailableError,
    StoreUnusableError,
    WorkflowChangedError,
)
from connector_runtime.governance.proposals import Sealer
from connector_runtime.store.database import parsed_url
from connector_runtime.workflows.checkpoints import RecordedError, decode, encode, opened, sealed
from connector_runtime.workflows.host import RunState, StepHost, Waiting
from connector_runtime.workflows.interpreter import END, Body, Interpreter
from connector_runtime.workflows.ownership import ownership_of
from connector_runtime.workflows.signals import News, Signals
from connector_runtime.workflows.system_database import prepared

if TYPE_CHECKING:
    from dbos import DBOSConfig, Serializer

_log = logging.getLogger(__name__)

VERSION: Final = "runs-1"
"""Of the interpreter: of which function checkpoints follow each other how. Runs of another version
stay where they are until a process of that version starts, so it changes with the interpreter only,
never with a release."""
_WORKFLOW: Final = "connector_workflow"
_MOST_RECOVERIES: Final = 1000
"""A run that is paused through this many restarts is still no suspect."""
_BROKEN: Final = frozenset({"ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"})
"""What DBOS says of runs that neither go on nor came to an end of ours."""
_THREADS: Final = 16
_CONNECTIONS: Final = 8
_LOOK_SECONDS: Final = 1.0
"""Between two looks for decisions and for dead processes: what other processes tell us late by."""
_ELSEWHERE_SECONDS: Final = 0.2
"""Between two looks at the record of a run that another process runs."""


class _Process:
    """DBOS is one in a process: whose runs it runs."""

    interpret: Callable[[str], Awaitable[None]] | None = None


class WorkflowEngine:
    """Runs the runs of one process. At most one is launched at a time, on one event loop."""

    def __init__(self, url: URL, host: StepHost, sealer: Sealer | None) -> None:
        self._url = url
        self._sealer = sealer
        self._host = host
        self._owner = ownership_of(url)
        self._signals = Signals()
        self._tasks: dict[asyncio.Task[Any], str] = {}
        self._launching = asyncio.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._watch: asyncio.Task[None] | None = None
        self._stopping = False

    @classmethod
    def start(
        cls, system_database_url: str, host: StepHost, sealer: Sealer | None = None
    ) -> "WorkflowEngine":
        """An engine on a database of its own (a SQLite file, or PostgreSQL). Nothing is opened yet.

        With a ``sealer`` what it keeps of results is encrypted.

        Raises :class:`StoreUnusableError` for a URL of another kind.
        """
        return cls(parsed_url(system_database_url), host, sealer)

    async def launch(self) -> None:
        """Open the database and take up the runs of dead processes. Does nothing the second time.

        The first launch of a process imports DBOS in a thread. Raises
        :class:`StoreUnusableError` when a SQLite file is another process's, or another engine is
        launched in this process; :class:`StoreUnavailableError` when the database does not answer.
        """
        async with self._launching:
            if self._loop is not None:
                return
            if self._stopping:
                raise StoreUnavailableError("Workflows are being stopped; try again")
            await asyncio.to_thread(importlib.import_module, "dbos")
            if _Process.interpret is not None:
                raise StoreUnusableError("A process can run the workflows of one database only")
            await asyncio.to_thread(self._owner.hold)
            _Process.interpret = self._interpret
            try:
                # On the loop's own thread: this is how DBOS knows where to run what it takes up.
                _launch_dbos(self._config())
            except BaseException as error:
                await self._close()
                if isinstance(error, Exception):
                    raise _launch_error(error) from None
                raise
            self._loop = asyncio.get_running_loop()
            self._watch = asyncio.create_task(self._watching(), name="workflow engine")
            await self._recover()

    async def begin(self, run_id: str) -> None:
        """Start a run, unless it was started before."""
        from dbos import DBOS, SetWorkflowID

        await self.launch()
        if self._stopping:
            raise StoreUnavailableError("Workflows are being stopped; try again")
        with SetWorkflowID(run_id):
            await DBOS.start_workflow_async(_workflow(), run_id)

    async def run(self, run_id: str) -> RunState:
        """Start a run, unless it was started before, and :meth:`wait` for it."""
        with self._signals.listening(run_id) as news:
            await self.begin(run_id)
            return await self._stop_of(run_id, news, "")

    async def wait(self, run_id: str, *, past: str = "") -> RunState:
        """The run when it is completed, failed, or paused by another proposal than ``past``.

        At once when it is a run of this process, else soon after its record says so. Raises what
        breaks the run off, and :class:`WorkflowChangedError` for one that had broken off before:
        ``resume_failed`` takes it up.
        """
        with self._signals.listening(run_id) as news:
            return await self._stop_of(run_id, news, past)

    async def _stop_of(self, run_id: str, news: "asyncio.Queue[News]", past: str) -> RunState:
        state = await self._host.state_of(run_id)
        while not _stopped(state, past):
            here = run_id in self._tasks.values()
            try:
                told = await asyncio.wait_for(
                    news.get(), _LOOK_SECONDS if here else _ELSEWHERE_SECONDS
                )
            except TimeoutError:
                told = await self._looked_up(run_id)
            if isinstance(told, Exception):
                raise told
            state = told
        return state

    async def _looked_up(self, run_id: str) -> News:
        from dbos import DBOS

        if self._loop is not None:
            status = await DBOS.get_workflow_status_async(run_id)
            if status is not None and status.status in _BROKEN:
                return WorkflowChangedError("The run broke off", details={"workflow_id": run_id})
        return await self._host.state_of(run_id)

    def wake(self, run_id: str, step: int, proposal_id: str) -> None:
        """A proposal was decided: the run that waits for it goes on. From any thread, any number
        of times; a run that another process runs finds out by itself within a second."""
        del step  # a proposal belongs to one step
        if self._loop is not None:
            waiting = Waiting(run_id, proposal_id)
            with contextlib.suppress(RuntimeError):  # the loop is closed, nobody waits
                self._loop.call_soon_threadsafe(self._signals.decide, waiting)

    async def resume_failed(self, run_id: str, step: int) -> None:
        """Do a failed run over from ``step`` on; what came before it is kept.

        The host's record says "running" before this is called. Raises :class:`NotFoundError` for an
        unknown run, :class:`WorkflowChangedError` for one that has not ended.
        """
        from dbos import DBOS, error

        await self.launch()
        # Its end is told a moment before it is written down.
        tasks = [task for task, run in self._tasks.items() if run == run_id]
        if tasks and not self._waits(run_id):
            await asyncio.wait(tasks, timeout=_LOOK_SECONDS)
        done = await DBOS.list_workflow_steps_async(run_id, load_output=False)
        names = {info["function_id"]: info["function_name"] for info in done}
        try:
            await DBOS.rewind_workflow_async(run_id, start_step=_first_of(step, names))
        except error.DBOSNonExistentWorkflowError:
            raise NotFoundError(details={"workflow_id": run_id}) from None
        except error.DBOSException:
            raise WorkflowChangedError(
                "The run has not ended", details={"workflow_id": run_id, "step": step}
            ) from None

    async def recover(self) -> int:
        """Take up the runs of processes that died; how many. Done every second by itself."""
        await self.launch()
        return await self._recover()

    async def _recover(self) -> int:
        from dbos import DBOS

        if not self._owner.shared:
            return 0  # launching did it: a file has one owner, whatever is unfinished was its own
        await asyncio.to_thread(self._owner.hold)
        unfinished = await DBOS.list_workflows_async(
            status="PENDING",
            name=_WORKFLOW,
            app_version=VERSION,
            load_input=False,
            load_output=False,
        )
        names = {run.executor_id for run in unfinished} - {self._owner.name, None}
        return sum([await asyncio.to_thread(self._take_up, name) for name in names if name])

    async def stop(self, seconds: float = 5.0) -> None:
        """Let the steps that are being done end, for at most so long, and close the database.

        Runs that are not finished are taken up by the next launch.
        """
        self._stopping = True
        async with self._launching:
            if self._loop is None:
                return
            await self._signals.calm(seconds)
            tasks = [task for task in (*self._tasks, self._watch) if task is not None]
            with _silence():
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)
            self._loop = self._watch = None
            await self._close()

    async def _close(self) -> None:
        from dbos import DBOS

        # DBOS had put its own threads under the loop, and ends them now.
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(_THREADS))
        await asyncio.to_thread(DBOS.destroy)
        await asyncio.to_thread(self._owner.release)
        _Process.interpret = None

    def _config(self) -> "DBOSConfig":
        return {
            "name": "connector-runtime",
            "system_database_url": self._url.render_as_string(hide_password=False),
            "application_version": VERSION,
            "executor_id": self._owner.name,
            "serializer": _serializer(self._sealer),
            "log_level": "WARNING",
            "max_executor_threads": _THREADS,
            "sys_db_pool_size": _CONNECTIONS,
            "db_engine_kwargs": prepared(self._url),
            # For messages, which we do not send: what it tells is how long stopping takes.
            "notification_listener_polling_interval_sec": 0.1,
        }

    async def _interpret(self, run_id: str) -> None:
        from dbos import error as refusal

        task = asyncio.current_task()
        assert task is not None
        self._tasks[task] = run_id
        self._signals.begin()
        task.add_done_callback(self._ended)
        try:
            await Interpreter(run_id, self._host, self._signals, self._checkpoint).run()
        except refusal.DBOSException:
            raise  # another process has the run now; its record will tell
        except Exception as error:
            _log.error("Run %s broke off with %s", run_id, type(error).__name__)
            self._signals.tell_broken(run_id, error)
            # Written down and logged by DBOS: without the error's text, which may hold anything.
            raise RecordedError(type(error).__name__) from None

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._signals.end()
        del self._tasks[task]

    async def _checkpoint(self, name: str, body: Body) -> dict[str, Any]:
        from dbos import DBOS

        if self._stopping:
            with self._signals.resting():
                await asyncio.Event().wait()  # until it is cancelled
        outcome: dict[str, Any] = await DBOS.run_step_async({"name": name}, body)
        return outcome

    def _waits(self, run_id: str) -> bool:
        return any(waiting.run_id == run_id for waiting in self._signals.waiting)

    async def _watching(self) -> None:
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            try:
                if waiting := self._signals.waiting:
                    for decided in await self._host.decided(waiting):
                        self._signals.decide(decided)
                await self._recover()
            except PlatformError as error:
                _log.warning("Workflows: %s; trying again", error)
            except Exception as error:
                _log.error("Looking after workflows failed with %s", type(error).__name__)

    def _take_up(self, name: str) -> int:
        from dbos import DBOS

        with self._owner.abandoned(name) as dead:
            # No public function takes up the runs of another process and refuses those that a
            # third one took up before.
            recover = DBOS._recover_pending_workflows  # pyright: ignore[reportPrivateUsage]
            return len(recover([name])) if dead else 0


@cache
def _workflow() -> Callable[[str], Any]:
    """The one function that DBOS knows; made once in a process."""
    from dbos import DBOS

    @DBOS.workflow(name=_WORKFLOW, max_recovery_attempts=_MOST_RECOVERIES)
    async def connector_workflow(run_id: str) -> None:
        if _Process.interpret is None:  # it is being closed; the next launch takes the run up
            await asyncio.Event().wait()
        else:
            await _Process.interpret(run_id)

    return connector_workflow


def _serializer(sealer: Sealer | None) -> "Serializer":
    from dbos import Serializer

    class JSONSerializer(Serializer):
        """In place of pickle, which runs whatever stands in the database."""

        def serialize(self, data: Any) -> str:
            text = encode(data)
            return text if sealer is None else sealed(text, sealer)

        def deserialize(self, serialized_data: str) -> Any:
            text = serialized_data if sealer is None else opened(serialized_data, sealer)
            return decode(text)

        def name(self) -> str:
            return "connector_runtime_json"

    return JSONSerializer()


def _launch_dbos(config: "DBOSConfig") -> None:
    from dbos import DBOS

    _workflow()
    DBOS(config=config)
    DBOS.launch()


def _launch_error(error: Exception) -> Exception:
    if isinstance(error, PlatformError):
        return error
    return StoreUnavailableError(
        f"Database unavailable: workflows cannot open it ({type(error).__name__})"
    )


def _first_of(step: int, names: dict[int, str]) -> int:
    """The function id at which a step begins, or the run's end where it never began."""
    steps = {at: int(name.partition(":")[0]) for at, name in names.items() if name != END}
    own = [at for at, number in steps.items() if number == step]
    before = [at for at, number in steps.items() if number < step]
    return min(own) if own else max(before, default=0) + 1


def _stopped(state: RunState, past: str) -> bool:
    if state.status == "paused":
        return state.proposal_id != past
    return state.status != "running"


@contextlib.contextmanager
def _silence() -> Generator[None]:
    """DBOS warns of every task that is cancelled."""
    log = logging.getLogger("dbos")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(level)
