"""The tables of states and steps."""

import pytest

from second_question.rules.access import Permission
from second_question.rules.workflow import (
    AGENCY_REQUEST,
    NOTIFICATION,
    RAPID_REVIEW,
    REFERRAL,
    WORKFLOWS,
    StepError,
    Workflow,
)

ALL = pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.id)


@pytest.mark.parametrize(
    ("workflow", "steps", "ends"),
    [
        (REFERRAL, "screen decide_notify", "notify"),
        (REFERRAL, "screen decide_near_miss screen_again decide_not_notifiable", "not_notifiable"),
        (NOTIFICATION, "send withdraw", "withdrawn"),
        (NOTIFICATION, "discard", "discarded"),
        (RAPID_REVIEW, "gather meet draft decide submit record_reply", "panel_replied"),
        (RAPID_REVIEW, "draft decide decide submit record_reply answer record_reply", "panel_replied"),
        (RAPID_REVIEW, "gather meet draft decide submit record_reply reconsider decide submit", "submitted"),
        (RAPID_REVIEW, "gather close", "closed"),
        (AGENCY_REQUEST, "begin give_back sign change give_back sign", "signed"),
        (AGENCY_REQUEST, "know_nothing correct give_back", "returned"),
    ],
)
def test_ways_through(workflow: Workflow, steps: str, ends: str) -> None:
    state = workflow.initial
    for step in steps.split():
        assert workflow.can(step, state)
        state = workflow.take(step, state)
    assert state == ends


@pytest.mark.parametrize(
    ("workflow", "step", "state", "message"),
    [
        (NOTIFICATION, "send", "sent", "This notification is “Sent”.*only when it is “Draft”"),
        (NOTIFICATION, "withdraw", "draft", "only when it is “Sent”"),
        (NOTIFICATION, "send", "discarded", "“Discarded”"),
        (REFERRAL, "decide_notify", "received", "“Being screened”"),
        (RAPID_REVIEW, "submit", "drafting", "only when it is “Decided”"),
        (RAPID_REVIEW, "close", "closed", "“Closed: criteria no longer met”"),
        (RAPID_REVIEW, "publish", "open", "no step 'publish'"),
        (RAPID_REVIEW, "gather", "asleep", "no state 'asleep'"),
    ],
)
def test_what_cannot_be_done_says_why(workflow: Workflow, step: str, state: str, message: str) -> None:
    with pytest.raises(StepError, match=message):
        workflow.take(step, state)


@ALL
def test_a_table_names_only_states_that_exist_and_no_step_twice(workflow: Workflow) -> None:
    named = {state for step in workflow.steps for state in (*step.from_states, step.to)}
    assert named | {workflow.initial} == set(workflow.states)
    assert len({step.name for step in workflow.steps}) == len(workflow.steps)
    assert all(step.permission and step.prose for step in workflow.steps)


@ALL
def test_every_state_can_be_reached(workflow: Workflow) -> None:
    reached, frontier = set(), {workflow.initial}
    while frontier:
        reached |= frontier
        frontier = {step.to for state in frontier for step in workflow.steps_from(state)} - reached
    assert reached == set(workflow.states)


@pytest.mark.parametrize(
    ("workflow", "states"),
    [
        (REFERRAL, {"notify"}),
        (NOTIFICATION, {"withdrawn", "discarded"}),
        (RAPID_REVIEW, {"closed"}),
        (AGENCY_REQUEST, {"withdrawn"}),
    ],
)
def test_states_after_which_nothing_follows(workflow: Workflow, states: set[str]) -> None:
    assert {state for state in workflow.states if workflow.final(state)} == states


@ALL
def test_permissions_are_those_of_the_access_table(workflow: Workflow) -> None:
    assert {step.permission for step in workflow.steps} <= set(Permission)
