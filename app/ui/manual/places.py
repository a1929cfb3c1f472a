"""Where the manual tells of what stands in front: each page, category and dialog, in one table."""

from collections.abc import Mapping

PLACES: Mapping[str, str] = {
    # Pages, by their keys.
    "home": "start",
    "people": "people",
    "import": "import",
    "followers": "followers",
    "standings": "standings",
    "reports": "reports",
    "settings": "settings",
    # Categories of the settings.
    "settings.office": "settings-office",
    "settings.rule": "rules",
    "settings.look": "settings-look",
    "settings.clerk": "settings-clerk",
    "settings.backups": "backups",
    "settings.portable": "portable",
    "settings.platforms": "platforms",
    "settings.privacy": "privacy",
    "settings.audit": "privacy-audit",
    "settings.keys": "keys",
    "settings.about": "settings-about",
    # Dialogs, by their classes.
    "AsOfBox": "import-day",
    "AskDialog": "periods",
    "ChangesDialog": "periods-changes",
    "ClarifyDialog": "clarify",
    "CoverageDialog": "coverage",
    "DueDialog": "privacy-retention",
    "EraseDialog": "privacy-erase",
    "ErasedDialog": "privacy-erase",
    "EvidenceBox": "evidence",
    "ExpectedDialog": "province-expected",
    "FetchDialog": "fetching",
    "FormDialog": "people-change",
    "FormsDialog": "forms",
    "ImportDetail": "import-earlier",
    "NamesBox": "import-earlier",
    "OfficeDialog": "province-receive",
    "PartnerBox": "people-merge",
    "PasswordBox": "WrongPassword",
    "ProofDialog": "check",
    "ProvinceReportDialog": "province-report",
    "PulledDialog": "StickGone",
    "QFileDialog": "import",
    "QPrintDialog": "reports-print",
    "RecoveryDialog": "DatabaseDamaged",
    "RestoreDialog": "backups-restore",
    "RollUpDialog": "province-receive",
    "RuleDialog": "rules-own",
    "SendingDialog": "province-send",
    "SignatoryDialog": "settings-office",
    "TakeDialog": "portable",
    "TemplateDialog": "template",
    "_BugReport": "trouble-bug",
}
"""The anchor by what is in front."""

FIRST = "start"
"""Where nothing better is known."""
