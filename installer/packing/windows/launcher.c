/* Starts Gaung: the Python that lies beside this file runs the program inside this very process,
   so that the task bar, the firewall and the task list know it as Gaung. Built twice, for windows
   and for consoles. "-m MODULE" runs a module of ours instead: the reader of workbooks does so. */

#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

#define LONGEST 32768
#define SENTENCE \
    L"Berkas Gaung tidak lengkap; pasang Gaung sekali lagi. Data kantor tidak berubah.\n\n" \
    L"Files of Gaung are missing; install Gaung once more. The office's data is unchanged."

typedef int (*run_python)(int, wchar_t **);

static const wchar_t START[] =
    L"import sys; sys.frozen = True; from app.__main__ import main; sys.exit(main())";

static run_python beside(void)
{
    static wchar_t path[LONGEST];
    DWORD length = GetModuleFileNameW(NULL, path, LONGEST - 32);
    wchar_t *slash = wcsrchr(path, L'\\');
    if (length == 0 || length >= LONGEST - 32 || slash == NULL) return NULL;
    wcscpy(slash, L"\\python\\python311.dll");
    HMODULE library = LoadLibraryExW(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    return library == NULL ? NULL : (run_python)(void *)GetProcAddress(library, "Py_Main");
}

static int complain(void)
{
#ifdef CONSOLE
    fputws(SENTENCE L"\n", stderr);
#else
    MessageBoxW(NULL, SENTENCE, L"Gaung", MB_OK | MB_ICONERROR);
#endif
    return 3;
}

int wmain(int count, wchar_t **given)
{
    run_python run = beside();
    if (run == NULL) return complain();
    if (count > 1 && wcscmp(given[1], L"-m") == 0) return run(count, given);
    wchar_t **whole = calloc((size_t)count + 3, sizeof *whole);
    if (whole == NULL) return complain();
    whole[0] = given[0];
    whole[1] = L"-c";
    whole[2] = (wchar_t *)START;
    for (int i = 1; i < count; i++) whole[i + 2] = given[i];
    return run(count + 2, whole);
}
