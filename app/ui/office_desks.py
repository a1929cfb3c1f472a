"""What stands over the pages of one office's window; each desk is built when it is first asked for.

Its room is loaded then, too: whoever looks at a list need not wait for what nobody has opened.
"""

from typing import TYPE_CHECKING

from app.ui.later import Later
from app.ui.office_tools import OfficeTools

if TYPE_CHECKING:
    from app.ui.clarify.desk import ClarifyDesk
    from app.ui.evidence.desk import EvidenceDesk
    from app.ui.fetching.desk import FetchDesk
    from app.ui.forms.desk import FormsDesk
    from app.ui.periods.desk import PeriodsDesk
    from app.ui.privacy.desk import PrivacyDesk
    from app.ui.proof.desk import ProofDesk
    from app.ui.rollup.desk import RollUpDesk
    from app.ui.sending.desk import SendingDesk
    from app.ui.template.desk import TemplateDesk


class OfficeDesks:
    """Builds them; who connects them asks for it with `once_built`."""

    def __init__(self, tools: OfficeTools) -> None:
        self._tools = tools
        self.clarify = Later(self._clarify)
        self.evidence = Later(self._evidence)
        self.fetching = Later(self._fetching)
        self.forms = Later(self._forms)
        self.periods = Later(self._periods)
        self.privacy = Later(self._privacy)
        self.proof = Later(self._proof)
        self.rollup = Later(self._rollup)
        self.sending = Later(self._sending)
        self.template = Later(self._template)

    def _clarify(self) -> "ClarifyDesk":
        from app.ui.clarify.desk import ClarifyDesk

        tools, place = self._tools, self._tools.place
        asked = place.clarifying, place.preferences, place.today
        return ClarifyDesk(
            tools.theme, tools.language, *asked, tools.tasks, tools.memory, tools.owner
        )

    def _evidence(self) -> "EvidenceDesk":
        from app.ui.evidence.desk import EvidenceDesk

        tools = self._tools
        kept = tools.place.evidence
        return EvidenceDesk(
            tools.theme, tools.language, kept, tools.tasks, tools.prompts, tools.owner
        )

    def _fetching(self) -> "FetchDesk":
        from app.ui.fetching.desk import FetchDesk

        tools = self._tools
        followers = tools.place.fetching.followers
        return FetchDesk(tools.theme, tools.language, followers, tools.tasks, tools.owner)

    def _forms(self) -> "FormsDesk":
        from app.ui.forms.desk import FormsDesk

        tools, place = self._tools, self._tools.place
        return FormsDesk(
            tools.theme,
            tools.language,
            place.forms,
            place.form_tracking,
            place.preferences,
            place.today,
            tools.reports_folder,
            tools.tasks,
            tools.prompts,
            tools.owner,
        )

    def _periods(self) -> "PeriodsDesk":
        from app.ui.periods.desk import PeriodsDesk

        tools, place = self._tools, self._tools.place
        asked = place.periods, place.period_changes, place.preferences, place.today
        return PeriodsDesk(
            tools.theme, tools.language, *asked, tools.tasks, tools.prompts, tools.memory
        )

    def _privacy(self) -> "PrivacyDesk":
        from app.ui.privacy.desk import PrivacyDesk

        tools, place = self._tools, self._tools.place
        asked = place.privacy, place.today, tools.reports_folder
        return PrivacyDesk(
            tools.theme, tools.language, *asked, tools.tasks, tools.prompts, tools.owner
        )

    def _proof(self) -> "ProofDesk":
        from app.ui.proof.desk import ProofDesk

        tools = self._tools
        return ProofDesk(
            tools.theme,
            tools.language,
            tools.place.report_checking,
            tools.tasks,
            tools.prompts,
            tools.memory,
            tools.owner,
        )

    def _rollup(self) -> "RollUpDesk":
        from app.ui.rollup.desk import RollUpDesk
        from app.ui.rollup.report_desk import ProvinceReportDesk

        tools, place = self._tools, self._tools.place
        upwards, preferences = place.upwards, place.preferences
        report = ProvinceReportDesk(
            tools.theme,
            tools.language,
            upwards.merging,
            place.report,
            preferences,
            place.today,
            tools.reports_folder,
            place.is_sample,
            tools.tasks,
            tools.prompts,
            tools.owner,
        )
        asked, work = (upwards, preferences, report), (tools.tasks, tools.prompts)
        return RollUpDesk(tools.theme, tools.language, *asked, *work, tools.memory, tools.owner)

    def _sending(self) -> "SendingDesk":
        from app.ui.sending.desk import SendingDesk

        tools, place = self._tools, self._tools.place
        sent = place.upwards.writing, place.periods, place.preferences
        written = place.today, tools.reports_folder, place.is_sample
        return SendingDesk(
            tools.theme, tools.language, *sent, *written, tools.tasks, tools.prompts, tools.owner
        )

    def _template(self) -> "TemplateDesk":
        from app.ui.template.desk import TemplateDesk
        from app.ui.template.last_form import RememberedForm

        tools, place = self._tools, self._tools.place
        return TemplateDesk(
            tools.theme,
            tools.language,
            place.template,
            place.standings,
            place.periods,
            RememberedForm(place.preferences),
            tools.reports_folder,
            place.is_sample,
            tools.tasks,
            tools.prompts,
            tools.owner,
        )
