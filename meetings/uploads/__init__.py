"""Files from outside, uploaded or lying beside an old post: kept only once their content was looked at."""

from .upload_check import EMPTY, MEGABYTE, Upload, checked, most_megabytes
