"""The addresses of referrals."""

from django.urls import path

from second_question_web.incidents.referrals.views import listing, make, screen, show

urlpatterns = [
    path("referrals/", listing.listing, name="referrals"),
    path("referrals/download", listing.download, name="referrals_download"),
    path("referrals/new/", make.make, name="referral_new"),
    path("referrals/new/draft", make.keep, name="referral_draft"),
    path("referrals/new/start-again", make.start_again, name="referral_start_again"),
    path("referrals/<str:reference>/", show.show, name="referral"),
    path("referrals/<str:reference>/receipt/", make.receipt, name="referral_receipt"),
    path("referrals/<str:reference>/view/", screen.view, name="referral_view"),
    path("referrals/<str:reference>/decision/", screen.decide, name="referral_decide"),
    path("referrals/<str:reference>/reopen/", screen.reopen, name="referral_reopen"),
    path("referrals/<str:reference>/notification/", screen.start, name="referral_start_notification"),
]
