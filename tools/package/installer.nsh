!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\import-watch" "" "URL:Import Watch"
  WriteRegStr SHELL_CONTEXT "Software\Classes\import-watch" "URL Protocol" ""
  ; What follows the two dashes is never a switch, whatever a page makes of the address.
  WriteRegStr SHELL_CONTEXT "Software\Classes\import-watch\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" -- "%1"'
!macroend

!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegKey SHELL_CONTEXT "Software\Classes\import-watch"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "com.importwatch.app"
  ${endIf}
!macroend
