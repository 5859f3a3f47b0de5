@echo off
rem Builds this strategy into the folder _output and opens that folder. Double-click it.
setlocal EnableExtensions DisableDelayedExpansion
title Build the strategy
set "CODE=2"

rem pushd gives a network folder a drive letter for as long as this runs. From here on the paths
rem are relative, so that no space, bracket or ampersand in the folder's name can do harm.
pushd "%~dp0" || goto :no_folder
set "PYTHONUTF8=1"

rem The tool's own environment beside this file, then in the user's folder, then what is on the
rem path. Each is asked for its version, since an environment may be there without the tool.
set "PYTHON=.venv\Scripts\python.exe"
if not exist "%PYTHON%" goto :try_user
"%PYTHON%" -m sufficiency --version >nul 2>nul
if "%ERRORLEVEL%"=="0" goto :with_python

:try_user
set "PYTHON=%LOCALAPPDATA%\sufficiency-env\Scripts\python.exe"
if not exist "%PYTHON%" goto :try_command
"%PYTHON%" -m sufficiency --version >nul 2>nul
if "%ERRORLEVEL%"=="0" goto :with_python

:try_command
where sufficiency >nul 2>nul
if "%ERRORLEVEL%"=="0" goto :with_command
set "PYTHON=py"
"%PYTHON%" -m sufficiency --version >nul 2>nul
if "%ERRORLEVEL%"=="0" goto :with_python
set "PYTHON=python"
"%PYTHON%" -m sufficiency --version >nul 2>nul
if "%ERRORLEVEL%"=="0" goto :with_python
goto :no_tool

:with_python
"%PYTHON%" -m sufficiency build
set "CODE=%ERRORLEVEL%"
goto :tell

:with_command
call sufficiency build
set "CODE=%ERRORLEVEL%"
goto :tell

:no_folder
echo This folder cannot be opened from here: "%~dp0"
echo Copy it to a folder on your own computer and try again.
goto :wait

:no_tool
set "CODE=3"
popd
echo The tool "sufficiency" was not found on this computer.
echo Install it as docs/install-windows.md in its own folder says, then try again.
goto :wait

:tell
popd
echo.
if "%CODE%"=="0" echo DONE. The strategy stands in the folder _output.
if "%CODE%"=="1" echo PROBLEMS were found. The lines above say where, and how to mend them.
if not "%CODE%"=="0" if not "%CODE%"=="1" echo IT DID NOT FINISH. The lines above say why. Code: %CODE%
rem The folder's own path, not the drive letter, which popd has given back.
if "%CODE%"=="0" if not defined SUFFICIENCY_NO_PAUSE start "" "%~dp0_output"

:wait
echo.
if not defined SUFFICIENCY_NO_PAUSE pause
exit /b %CODE%
