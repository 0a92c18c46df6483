"""What is written after a call; and for a call whose process died before it could."""

from connector_runtime.execution.books import Books, place_of_step
from connector_runtime.execution.entries import outcome
from connector_runtime.execution.requests import LOST, Admitted, Ended, Request
from connector_runtime.execution.worker import is_gone
from connector_runtime.store import calls
from connector_runtime.store import proposals as proposal_rows
from connector_runtime.store.directory import Directory
from connector_runtime.store.scope import TenantScope
from connector_runtime.store.tables import Call


class Outcomes:
    """Ends calls. Synchronous: one transaction a call."""

    def __init__(self, books: Books) -> None:
        self._books = books

    def end(self, admitted: Admitted, ended: Ended) -> None:
        """Write the outcome of a call; nothing where somebody has written one for it before."""
        request = admitted.request
        with self._books.store.scope(request.tenant_id) as scope:
            if self._closed(scope, admitted, ended):
                # The trail comes last, here as everywhere: who holds its end waits for nobody.
                if admitted.proposal_id:
                    self._end_proposal(scope, admitted.proposal_id, ended)
                entry = outcome(request, admitted.call_id, ended, admitted.maturity)
                self._books.audit.append(scope, entry)

    def abandon_lost(self) -> int:
        """Write the outcomes of calls whose process is gone, and those that nobody will write any
        more; how many. The steps of a run that goes on are left to the run, but for an approved one:
        its grant is used up, so the run waits for its outcome."""
        lost = [call for call in Directory(self._books.store).open_calls() if self._is_over(call)]
        return sum(self._abandon(call) for call in lost)

    def _closed(self, scope: TenantScope, admitted: Admitted, ended: Ended) -> bool:
        if not admitted.request.run_id:
            return calls.close(scope, admitted.call_id)
        if ended.unknown:
            return calls.settle(scope, admitted.call_id, "unknown")
        if ended.result is None:
            return calls.close(scope, admitted.call_id)
        sealed = self._books.sealer.seal_json(ended.result, *place_of_step(admitted.request))
        return calls.settle(scope, admitted.call_id, "done", sealed)

    def _end_proposal(self, scope: TenantScope, proposal_id: str, ended: Ended) -> None:
        state = "executed" if ended.outcome == "success" else "execution_failed"
        proposal = proposal_rows.proposal(scope, proposal_id)
        if proposal is None:
            return
        answer = (
            {"error": ended.reason, "code": ended.code}
            if ended.result is None
            else {"result": ended.result}
        )
        proposal_rows.move(
            scope,
            proposal_id,
            "executing",
            "outcome_unknown" if ended.unknown else state,
            outcome=self._books.proposals.seal_outcome(proposal, answer),
        )

    def _is_over(self, call: Call) -> bool:
        return is_gone(call.worker) or self._books.now() > call.ends_at

    def _abandon(self, call: Call) -> bool:
        with self._books.store.scope(call.tenant_id) as scope:
            if call.run_id and not call.proposal_id and calls.run_goes_on(scope, call.run_id):
                return False
            over = (
                calls.settle(scope, call.id, "unknown")
                if call.run_id
                else calls.close(scope, call.id)
            )
            if over:
                if call.proposal_id:
                    self._end_proposal(scope, call.proposal_id, LOST)
                self._books.audit.append(scope, outcome(_request_of(call), call.id, LOST))
            return over


def _request_of(call: Call) -> Request:
    return Request(
        call.tenant_id,
        call.agent_id,
        call.connector_id,
        call.operation_name,
        principal_id=call.principal_id,
        run_id=call.run_id or "",
        step=call.step or 0,
    )
