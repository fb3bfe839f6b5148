; The Windows installer: for one user, without administrator rights, in Vietnamese.
; Compiled by packaging/dev.py installer, which passes VERSION, FILES (all of the frozen folder),
; TARGET (the file to make) and, where there is one, ICON.
;
; What it may never do: touch an officer's data. Data lies in %LOCALAPPDATA%\ThiDuaQt (or in
; "data" beside a portable copy); this script only ever removes files it has put there itself.

Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
SetCompressorDictSize 64
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS all ; otherwise a newer Windows tells an older version

!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "MUI2.nsh"
!include "WinVer.nsh"
!include "WordFunc.nsh"

!define NAME "ThiDuaQt"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define CLASSES "Software\Classes"

Name "${NAME} ${VERSION}"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1066 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1066 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "FileDescription" "Bộ cài đặt ${NAME}"
VIAddVersionKey /LANG=1066 "LegalCopyright" "Apache-2.0"

!ifdef ICON
  !define MUI_ICON "${ICON}"
  !define MUI_UNICON "${ICON}"
!endif
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "Cài đặt ${NAME} ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "Chương trình quản lý phong trào thi đua và khen thưởng cấp xã, \
làm việc hoàn toàn trên máy này, không cần mạng.$\r$\n$\r$\nKhông cần quyền quản trị. Nếu máy đã có bản \
cũ, bản mới sẽ thay thế; dữ liệu của đơn vị được giữ nguyên."
!define MUI_FINISHPAGE_RUN "$INSTDIR\ThiDuaQt.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Mở ${NAME}"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"

; A running program keeps its file locked; asking is kinder than failing half-way.
!macro WaitUntilClosed PREFIX
Function ${PREFIX}WaitUntilClosed
  ${Do}
    ${IfNot} ${FileExists} "$INSTDIR\ThiDuaQt.exe"
      ${Break}
    ${EndIf}
    ClearErrors
    FileOpen $0 "$INSTDIR\ThiDuaQt.exe" a
    ${IfNot} ${Errors}
      FileClose $0
      ${Break}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME} đang mở. Hãy lưu việc đang làm, đóng \
${NAME} rồi bấm Thử lại.$\r$\n$\r$\nDữ liệu chưa bị thay đổi." /SD IDCANCEL IDRETRY +3
      SetErrorLevel 2
      Quit
  ${Loop}
FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

; Exactly what the installer puts there. "data" and "portable.txt" of a portable copy stay.
!macro RemoveProgramFiles
  Delete "$INSTDIR\ThiDuaQt.exe"
  Delete "$INSTDIR\thiduaqt-cli.exe"
  RMDir /r "$INSTDIR\_internal"
!macroend

!macro Associate EXTENSION CLASS TITLE
  WriteRegStr HKCU "${CLASSES}\${EXTENSION}" "" "${CLASS}"
  WriteRegStr HKCU "${CLASSES}\${CLASS}" "" "${TITLE}"
  WriteRegStr HKCU "${CLASSES}\${CLASS}\DefaultIcon" "" "$INSTDIR\ThiDuaQt.exe,0"
  WriteRegStr HKCU "${CLASSES}\${CLASS}\shell\open\command" "" '"$INSTDIR\ThiDuaQt.exe" "%1"'
!macroend

!macro Dissociate EXTENSION CLASS
  ReadRegStr $0 HKCU "${CLASSES}\${EXTENSION}" ""
  ${If} $0 == "${CLASS}"
    DeleteRegKey HKCU "${CLASSES}\${EXTENSION}"
  ${EndIf}
  DeleteRegKey HKCU "${CLASSES}\${CLASS}"
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "${NAME} cần Windows 10 hoặc Windows 11 (64 bit). \
Máy này chưa được cài gì." /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  ReadRegStr $0 HKCU "${UNINSTALL_KEY}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $1 == 1
      MessageBox MB_OKCANCEL|MB_ICONQUESTION "Máy đang có ${NAME} $0, mới hơn bản ${VERSION} này. \
Dữ liệu do bản mới ghi có thể không mở được bằng bản cũ.$\r$\n$\r$\nVẫn cài bản cũ?" \
        /SD IDOK IDOK +3
        SetErrorLevel 1
        Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

Section "Chương trình"
  Call WaitUntilClosed
  !insertmacro RemoveProgramFiles
  SetOutPath "$INSTDIR"
  ClearErrors
  File /r "${FILES}"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "Không chép được đủ tệp vào $INSTDIR. Hãy kiểm tra chỗ trống \
trên ổ đĩa rồi cài lại. Dữ liệu của đơn vị không bị thay đổi." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\ThiDuaQt.exe" "" "" "" "" "" \
    "Thi đua, khen thưởng cấp xã"
  !insertmacro Associate ".tdqdb" "ThiDuaQt.Data" "Dữ liệu ThiDuaQt"
  !insertmacro Associate ".tdq" "ThiDuaQt.Bundle" "Gói hồ sơ ThiDuaQt"
  ${RefreshShellIcons}

  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\ThiDuaQt.exe,0"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" "$0"
SectionEnd

Section "Uninstall"
  Call un.WaitUntilClosed
  !insertmacro RemoveProgramFiles
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; only when empty: whatever else lies there is the officer's
  Delete "$SMPROGRAMS\${NAME}.lnk"
  !insertmacro Dissociate ".tdqdb" "ThiDuaQt.Data"
  !insertmacro Dissociate ".tdq" "ThiDuaQt.Bundle"
  ${RefreshShellIcons}
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
SectionEnd
