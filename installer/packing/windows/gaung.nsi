; The set-up program of Gaung: for one person, without administrator rights, in two languages.
; Filled by installer/packing/windows/setup.py; the macros of all files stand in files.nsh.

Unicode true
SetCompressor /SOLID lzma
SetCompressorDictSize 64
SetDateSave on
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
ShowInstDetails nevershow
ShowUninstDetails nevershow

!define VERSION "@VERSION@"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Gaung"
!define OWN "Software\Gaung"
!define PROGID "Gaung.Workbook"
!define PROGRAMS "Software\Classes\Applications\Gaung.exe"

Name "Gaung"
OutFile "@OUTPUT@"
BrandingText "Gaung ${VERSION}"
InstallDir "$LOCALAPPDATA\Programs\Gaung"
InstallDirRegKey HKCU "${OWN}" "InstallDir"

VIProductVersion "@FOUR_NUMBERS@"
VIAddVersionKey /LANG=0 "ProductName" "Gaung"
VIAddVersionKey /LANG=0 "CompanyName" "Gaung"
VIAddVersionKey /LANG=0 "FileDescription" "Pemasang Gaung"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "MIT"

!include "MUI2.nsh"
!include "nsDialogs.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "Sections.nsh"
!include "WinVer.nsh"
!include "x64.nsh"
!include "files.nsh"

!define MUI_ICON "gaung.ico"
!define MUI_UNICON "gaung.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "side.bmp"
!define MUI_WELCOMEFINISHPAGE_BITMAP_STRETCH AspectFitHeight
!define MUI_ABORTWARNING
!define MUI_LANGDLL_WINDOWTITLE "Gaung"
!define MUI_LANGDLL_INFO "Bahasa / Language"
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "${OWN}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"
!define MUI_WELCOMEPAGE_TEXT "$(WELCOME)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\Gaung.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(RUN)"

!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE CheckFolder
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH

UninstPage custom un.AskAboutData un.TakeAnswer
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "Indonesian"
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_RESERVEFILE_LANGDLL

LangString WELCOME ${LANG_INDONESIAN} "Gaung akan dipasang hanya untuk Anda; hak administrator tidak diperlukan.$\r$\n$\r$\nBila Gaung sudah terpasang, programnya diperbarui dan data kantor tetap seperti adanya."
LangString WELCOME ${LANG_ENGLISH} "Gaung is installed for you alone; no administrator rights are needed.$\r$\n$\r$\nWhere Gaung is installed already, the program is brought up to date and the office's data stays as it is."
LangString RUN ${LANG_INDONESIAN} "Buka Gaung sekarang"
LangString RUN ${LANG_ENGLISH} "Open Gaung now"
LangString NEEDS_64 ${LANG_INDONESIAN} "Gaung memerlukan Windows 10 atau yang lebih baru, 64-bit. Komputer ini tidak diubah."
LangString NEEDS_64 ${LANG_ENGLISH} "Gaung needs Windows 10 or later, 64-bit. This computer was not changed."
LangString IS_OPEN ${LANG_INDONESIAN} "Gaung masih terbuka. Tutup Gaung dahulu (yang sudah dicatat tersimpan), lalu pilih Coba lagi."
LangString IS_OPEN ${LANG_ENGLISH} "Gaung is still open. Close it first (what was recorded is saved), then choose Retry."
LangString NO_REMOVAL ${LANG_INDONESIAN} "Versi sebelumnya tidak dapat dihapus. Pasang Gaung sekali lagi setelah komputer dinyalakan ulang; data kantor tidak berubah."
LangString NO_REMOVAL ${LANG_ENGLISH} "The version before could not be removed. Restart the computer, then install Gaung once more; the office's data is unchanged."
LangString NO_DATA_FOLDER ${LANG_INDONESIAN} "Folder ini berisi data kantor. Pilih folder lain untuk program."
LangString NO_DATA_FOLDER ${LANG_ENGLISH} "This folder holds the office's data. Choose another one for the program."
LangString PREPARING ${LANG_INDONESIAN} "Menyiapkan agar Gaung cepat terbuka; tunggu sebentar..."
LangString PREPARING ${LANG_ENGLISH} "Preparing, so that Gaung opens quickly; one moment..."
LangString PROGRAM ${LANG_INDONESIAN} "Gaung"
LangString PROGRAM ${LANG_ENGLISH} "Gaung"
LangString START_MENU ${LANG_INDONESIAN} "Menu Mulai"
LangString START_MENU ${LANG_ENGLISH} "Start menu"
LangString DESKTOP ${LANG_INDONESIAN} "Ikon di desktop"
LangString DESKTOP ${LANG_ENGLISH} "Icon on the desktop"
LangString OPEN_WITH ${LANG_INDONESIAN} "Buka dengan Gaung"
LangString OPEN_WITH ${LANG_ENGLISH} "Open with Gaung"
LangString PROGRAM_SAID ${LANG_INDONESIAN} "Program, huruf, petunjuk, dan semua yang diperlukan; Python tidak perlu dipasang."
LangString PROGRAM_SAID ${LANG_ENGLISH} "The program and all that it needs; Python need not be installed."
LangString START_MENU_SAID ${LANG_INDONESIAN} "Gaung muncul di menu Mulai."
LangString START_MENU_SAID ${LANG_ENGLISH} "Gaung stands in the Start menu."
LangString DESKTOP_SAID ${LANG_INDONESIAN} "Ikon Gaung di desktop."
LangString DESKTOP_SAID ${LANG_ENGLISH} "An icon of Gaung on the desktop."
LangString OPEN_WITH_SAID ${LANG_INDONESIAN} "Klik kanan pada berkas xlsx, xls, xlsb, ods, atau csv menawarkan Gaung. Excel tetap membukanya bila diklik ganda."
LangString OPEN_WITH_SAID ${LANG_ENGLISH} "A right click on xlsx, xls, xlsb, ods and csv files offers Gaung. A double click opens them in Excel as before."
LangString WORKBOOK ${LANG_INDONESIAN} "Daftar pegawai untuk Gaung"
LangString WORKBOOK ${LANG_ENGLISH} "Roster for Gaung"
LangString DATA_TITLE ${LANG_INDONESIAN} "Data kantor"
LangString DATA_TITLE ${LANG_ENGLISH} "The office's data"
LangString DATA_SUBTITLE ${LANG_INDONESIAN} "Program dihapus; data kantor tetap ada kecuali Anda memilih lain."
LangString DATA_SUBTITLE ${LANG_ENGLISH} "The program goes; the office's data stays unless you choose otherwise."
LangString DATA_SAID ${LANG_INDONESIAN} "Daftar pegawai, angka, bukti, dan cadangan ada di:$\r$\n$LOCALAPPDATA\Gaung$\r$\n$\r$\nBila tetap disimpan, Gaung yang dipasang lagi nanti melanjutkan dari sana. Laporan Excel dan PDF yang sudah Anda simpan tidak pernah dihapus."
LangString DATA_SAID ${LANG_ENGLISH} "Roster, counts, evidence and backups are in:$\r$\n$LOCALAPPDATA\Gaung$\r$\n$\r$\nIf they stay, a Gaung that is installed again later goes on from there. Reports that you saved as Excel or PDF are never removed."
LangString DATA_REMOVE ${LANG_INDONESIAN} "Hapus juga data kantor di komputer ini"
LangString DATA_REMOVE ${LANG_ENGLISH} "Remove the office's data from this computer too"
LangString DATA_SURE ${LANG_INDONESIAN} "Semua data kantor beserta cadangannya di komputer ini akan dihapus dan tidak dapat dikembalikan. Hapus?"
LangString DATA_SURE ${LANG_ENGLISH} "All data of the office on this computer, its backups too, will be removed for good. Remove it?"

Var DataBox
Var RemoveData
Var Before

!macro OfferFor ENDING
  WriteRegStr HKCU "Software\Classes\${ENDING}\OpenWithProgids" "${PROGID}" ""
  WriteRegStr HKCU "${PROGRAMS}\SupportedTypes" "${ENDING}" ""
!macroend

!macro ForgetFor ENDING
  DeleteRegValue HKCU "Software\Classes\${ENDING}\OpenWithProgids" "${PROGID}"
  DeleteRegKey /ifempty HKCU "Software\Classes\${ENDING}\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "Software\Classes\${ENDING}"
!macroend

!macro ForgetOpenWith
  !insertmacro ForgetFor ".xlsx"
  !insertmacro ForgetFor ".xls"
  !insertmacro ForgetFor ".xlsb"
  !insertmacro ForgetFor ".ods"
  !insertmacro ForgetFor ".csv"
  DeleteRegKey HKCU "Software\Classes\${PROGID}"
  DeleteRegKey HKCU "${PROGRAMS}"
!macroend

!macro IsHeld FILE
  ${If} ${FileExists} "${FILE}"
    ClearErrors
    FileOpen $0 "${FILE}" a
    ${If} ${Errors}
      StrCpy $1 1
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
!macroend

; Leaves 1 on the stack where a file of the program is in use.
!macro IsOpen UN
Function ${UN}IsOpen
  Push $0
  Push $1
  StrCpy $1 0
  !insertmacro IsHeld "$INSTDIR\Gaung.exe"
  !insertmacro IsHeld "$INSTDIR\gaung-cli.exe"
  !insertmacro IsHeld "$INSTDIR\python\python311.dll"
  Pop $0
  Exch $1
FunctionEnd
!macroend

; Until Gaung is closed: asks again, or gives up with 5; a silent run gives up at once.
!macro WaitUntilClosed UN
Function ${UN}WaitUntilClosed
  Push $0
  again:
    Call ${UN}IsOpen
    Exch $0
    ${If} $0 == 1
      Pop $0
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IS_OPEN)" /SD IDCANCEL IDRETRY again
      SetErrorLevel 5
      Quit
    ${EndIf}
    Pop $0
  Pop $0
FunctionEnd
!macroend

!insertmacro IsOpen ""
!insertmacro IsOpen "un."
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

Function CheckFolder
  ${If} "$INSTDIR" == "$LOCALAPPDATA\Gaung"
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(NO_DATA_FOLDER)"
    Abort
  ${EndIf}
FunctionEnd

; The program of an earlier installation goes first, so that nothing old stays among the new; it may
; lie in another folder.
Function RemoveBefore
  ReadRegStr $Before HKCU "${OWN}" "InstallDir"
  ${If} $Before == ""
    StrCpy $Before "$INSTDIR"
  ${EndIf}
  ${If} ${FileExists} "$Before\Uninstall.exe"
    ExecWait '"$Before\Uninstall.exe" /S /UPGRADE _?=$Before' $0
    ${If} $0 != 0
      MessageBox MB_OK|MB_ICONSTOP "$(NO_REMOVAL)" /SD IDOK
      SetErrorLevel 6
      Quit
    ${EndIf}
    Delete "$Before\Uninstall.exe"
    RMDir "$Before"
  ${EndIf}
FunctionEnd

Section "$(PROGRAM)" SectionProgram
  SectionIn RO
  ${If} "$INSTDIR" == "$LOCALAPPDATA\Gaung"
    SetErrorLevel 7
    Quit
  ${EndIf}
  Call WaitUntilClosed
  Call RemoveBefore
  SetDetailsPrint none
  !insertmacro InstallFiles
  SetDetailsPrint both
  SetOutPath "$INSTDIR\lib"
  DetailPrint "$(PREPARING)"
  ; Where it does not succeed, Python does the same bit by bit at the first start.
  nsExec::Exec '"$INSTDIR\python\python.exe" -m compileall -q -f --invalidation-mode unchecked-hash .'
  Pop $0
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\Uninstall.exe"

  WriteRegStr HKCU "${OWN}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${OWN}" "Version" "${VERSION}"
  WriteRegStr HKCU "${OWN}" "Language" "$LANGUAGE"
  WriteRegDWORD HKCU "${OWN}" "StartMenu" 0
  WriteRegDWORD HKCU "${OWN}" "Desktop" 0
  WriteRegDWORD HKCU "${OWN}" "OpenWith" 0
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Gaung"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Gaung"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\Gaung.exe"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" @KILOBYTES@

  ; What an earlier installation offered and this one does not goes.
  Delete "$SMPROGRAMS\Gaung.lnk"
  Delete "$DESKTOP\Gaung.lnk"
  !insertmacro ForgetOpenWith
SectionEnd

Section "$(START_MENU)" SectionStartMenu
  CreateShortcut "$SMPROGRAMS\Gaung.lnk" "$INSTDIR\Gaung.exe"
  WriteRegDWORD HKCU "${OWN}" "StartMenu" 1
SectionEnd

Section /o "$(DESKTOP)" SectionDesktop
  CreateShortcut "$DESKTOP\Gaung.lnk" "$INSTDIR\Gaung.exe"
  WriteRegDWORD HKCU "${OWN}" "Desktop" 1
SectionEnd

Section /o "$(OPEN_WITH)" SectionOpenWith
  WriteRegStr HKCU "Software\Classes\${PROGID}" "" "$(WORKBOOK)"
  WriteRegStr HKCU "Software\Classes\${PROGID}\DefaultIcon" "" "$INSTDIR\Gaung.exe,0"
  WriteRegStr HKCU "Software\Classes\${PROGID}\shell\open\command" "" '"$INSTDIR\Gaung.exe" "%1"'
  WriteRegStr HKCU "${PROGRAMS}" "FriendlyAppName" "Gaung"
  WriteRegStr HKCU "${PROGRAMS}\shell\open\command" "" '"$INSTDIR\Gaung.exe" "%1"'
  !insertmacro OfferFor ".xlsx"
  !insertmacro OfferFor ".xls"
  !insertmacro OfferFor ".xlsb"
  !insertmacro OfferFor ".ods"
  !insertmacro OfferFor ".csv"
  WriteRegDWORD HKCU "${OWN}" "OpenWith" 1
  ${RefreshShellIcons}
SectionEnd

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(NEEDS_64)" /SD IDOK
    SetErrorLevel 4
    Quit
  ${EndIf}
  !insertmacro MUI_LANGDLL_DISPLAY
  Call KeepChoices
FunctionEnd

; What was chosen at the last installation is chosen now.
Function KeepChoices
  ReadRegStr $0 HKCU "${OWN}" "InstallDir"
  ${If} $0 != ""
    ReadRegDWORD $0 HKCU "${OWN}" "StartMenu"
    ${If} $0 == 0
      !insertmacro UnselectSection ${SectionStartMenu}
    ${EndIf}
    ReadRegDWORD $0 HKCU "${OWN}" "Desktop"
    ${If} $0 == 1
      !insertmacro SelectSection ${SectionDesktop}
    ${EndIf}
    ReadRegDWORD $0 HKCU "${OWN}" "OpenWith"
    ${If} $0 == 1
      !insertmacro SelectSection ${SectionOpenWith}
    ${EndIf}
  ${EndIf}
FunctionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${SectionProgram} "$(PROGRAM_SAID)"
  !insertmacro MUI_DESCRIPTION_TEXT ${SectionStartMenu} "$(START_MENU_SAID)"
  !insertmacro MUI_DESCRIPTION_TEXT ${SectionDesktop} "$(DESKTOP_SAID)"
  !insertmacro MUI_DESCRIPTION_TEXT ${SectionOpenWith} "$(OPEN_WITH_SAID)"
!insertmacro MUI_FUNCTION_DESCRIPTION_END

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
  StrCpy $RemoveData 0
FunctionEnd

Function un.AskAboutData
  !insertmacro MUI_HEADER_TEXT "$(DATA_TITLE)" "$(DATA_SUBTITLE)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 64u "$(DATA_SAID)"
  Pop $0
  ${NSD_CreateCheckbox} 0 72u 100% 12u "$(DATA_REMOVE)"
  Pop $DataBox
  nsDialogs::Show
FunctionEnd

Function un.TakeAnswer
  ${NSD_GetState} $DataBox $RemoveData
  ${If} $RemoveData == ${BST_CHECKED}
    MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(DATA_SURE)" IDYES sure
    StrCpy $RemoveData 0
    ${NSD_Uncheck} $DataBox
    Abort
    sure:
  ${EndIf}
FunctionEnd

Section "Uninstall"
  Call un.WaitUntilClosed
  ; Naming four thousand files takes longer than removing them.
  SetDetailsPrint none
  !insertmacro RemoveFiles
  SetDetailsPrint both
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/UPGRADE" $1
  ${If} ${Errors}
    Delete "$INSTDIR\Uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\Gaung.lnk"
    Delete "$DESKTOP\Gaung.lnk"
    !insertmacro ForgetOpenWith
    DeleteRegKey HKCU "${UNINSTALL}"
    DeleteRegKey HKCU "${OWN}"
    ${If} $RemoveData == ${BST_CHECKED}
      RMDir /r "$LOCALAPPDATA\Gaung"
    ${EndIf}
  ${EndIf}
SectionEnd
