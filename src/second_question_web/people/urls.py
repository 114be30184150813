"""The addresses of people: signing in, one's own account, and the accounts that administrators look after."""

from django.urls import path

from second_question_web.people.urls_sign_in import urlpatterns as sign_in
from second_question_web.people.views import account, changes, go_on, inviting, people, person

urlpatterns = [
    *sign_in,
    path("account/", account.account, name="account"),
    path("account/details/", account.details, name="account_details"),
    path("account/sign-out-everywhere/", account.sign_out_everywhere, name="sign_out_everywhere"),
    path("go-on/", go_on.go_on, name="go_on"),
    path("roles/", account.roles, name="roles"),
    path("ask-for-access/", inviting.ask_for_access, name="ask_for_access"),
    path("ask-for-access/thank-you/", inviting.access_asked, name="access_asked"),
    path("invitation/<str:secret>/", inviting.invitation, name="invitation"),
    path("set-up/<str:secret>/", inviting.set_up, name="set_up"),
    path("people/", people.people, name="people"),
    path("people/invite/", inviting.invite, name="invite"),
    path("people/<int:key>/", person.person, name="person"),
    path("people/<int:key>/approve/", person.approve, name="approve"),
    path("people/<int:key>/invite-again/", person.invite_again, name="invite_again"),
    path("people/<int:key>/give-a-role/", person.give_role, name="give_role"),
    path("people/<int:key>/roles/<int:grant>/end/", changes.end_grant, name="end_grant"),
    path("people/<int:key>/change/<slug:change>/", changes.change_account, name="change_account"),
]
