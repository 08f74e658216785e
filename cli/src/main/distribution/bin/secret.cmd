@echo off
rem The command `secret` of Countersign. Runs on a Java of 17 or later, from JAVA_HOME or the PATH.
setlocal DisableDelayedExpansion
for %%i in ("%~dp0..\lib") do set "library=%%~fi"
if defined JAVA_HOME (
  set "java=%JAVA_HOME%\bin\java.exe"
) else (
  set "java=java.exe"
)
if defined JAVA_HOME if not exist "%java%" (
  echo secret: JAVA_HOME is "%JAVA_HOME%", and there is no bin\java.exe>&2
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

rem From here to :start all is for speed, as in the script for other systems, and is left out where
rem anything is in its way. The archive of classes is of these very jars and of this very Java.
set "build="
set "vendor="
set "runtime="
set "major="
set "archive="
set "heap=-XX:+UseSerialGC"
if "%COUNTERSIGN_CACHE%"=="off" goto start
if not defined LOCALAPPDATA goto start
if not exist "%library%\build" goto start
set /p build=<"%library%\build"
if not defined JAVA_HOME goto start
if not exist "%JAVA_HOME%\release" goto start
for /f "usebackq tokens=1,* delims==" %%a in ("%JAVA_HOME%\release") do (
  if "%%a"=="IMPLEMENTOR" set "vendor=%%~b"
  if "%%a"=="JAVA_RUNTIME_VERSION" set "runtime=%%~b"
)
if not defined runtime goto start
for /f "delims=.+-" %%v in ("%runtime%") do set "major=%%v"
if not exist "%JAVA_HOME%\bin\server\classes_nocoops.jsa" goto find
set "heap=-XX:+UseSerialGC -Xms8m -Xmx2g"
if %major% lss 24 set "heap=-XX:+UseG1GC -Xms8m -Xmx2g"

:find
set "name=%build%%vendor%%runtime%%JAVA_HOME%%library%"
set "name=%name:\=-%"
set "name=%name:/=-%"
set "name=%name::=-%"
set "archives=%LOCALAPPDATA%\countersign\cache\archives"
set "archive=%archives%\%name%.jsa"
if exist "%archive%" goto start
set "wanted=%archive%"
set "archive="
if defined CI goto start
rem Only one can make the directory. Where making came to nothing it stays, and nobody tries again.
if exist "%archives%\%name%.making\" goto start
mkdir "%archives%\%name%.making" 2>nul || goto start
start "" /b /low "%java%" -XX:TieredStopAtLevel=1 -Xlog:disable ^
  -cp "%library%\countersign-cli.jar" dev.countersign.cli.ArchiveMaker ^
  "%wanted%" "%archives%\%name%.making" %heap% <nul >nul 2>nul

:start
set option=
if defined archive set option="-XX:SharedArchiveFile=%archive%"
"%java%" %option% -Xshare:auto -Xlog:disable -XX:TieredStopAtLevel=1 -XX:-UsePerfData %heap% ^
  -XX:-HeapDumpOnOutOfMemoryError -XX:-CreateCoredumpOnCrash ^
  -Dfile.encoding=UTF-8 -Djdk.console=java.base -Dcountersign.build=%build% ^
  -cp "%library%\countersign-cli.jar" dev.countersign.cli.Main %*
exit /b %ERRORLEVEL%
