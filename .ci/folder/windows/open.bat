@echo off
setlocal
title 政府信息公开工作年度报告
if exist "%~dp0program\python.exe" goto found
echo.
echo 找不到程序。您多半是在压缩包里直接双击的：请先把压缩包全部解压到一个文件夹
echo （如 D:\make-report），再到那个文件夹里双击“打开年度报告”。
echo.
pause
exit /b 2
:found
set command=
if "%~1"=="" set command=desk
if exist "%~1\*" set command=desk
"%~dp0program\python.exe" -m generator %command% %*
if not errorlevel 1 if "%command%"=="desk" exit /b 0
echo.
pause
