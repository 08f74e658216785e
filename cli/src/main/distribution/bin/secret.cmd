@echo off
rem The command `secret` of Countersign. Runs on a Java of 17 or later, from JAVA_HOME or the PATH.
setlocal
set "library=%~dp0..\lib"
if defined JAVA_HOME (
  set "java=%JAVA_HOME%\bin\java.exe"
) else (
  set "java=java.exe"
)
if defined JAVA_HOME if not exist "%java%" (
  echo secret: JAVA_HOME is %JAVA_HOME%, and there is no bin\java.exe>&2
  echo   fix: set JAVA_HOME to a JDK of 17 or later, or unset it>&2
  exit /b 3
)
if not defined JAVA_HOME (
  where java.exe >nul 2>nul || (
    echo secret: there is no Java on the PATH>&2
    echo   fix: install a JDK of 17 or later, or set JAVA_HOME to one>&2
    exit /b 3
  )
)
"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xshare:auto ^
  -Dfile.encoding=UTF-8 -Djdk.console=java.base ^
  -cp "%library%\countersign-cli.jar" dev.countersign.cli.Main %*
exit /b %ERRORLEVEL%
