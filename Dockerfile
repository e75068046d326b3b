# The command in a small image, which reads a folder and writes a folder:
#
#   docker build -t un-agenda .
#   docker run --rm -v "$PWD/archive:/in:ro" -v "$PWD/json:/out" un-agenda
#   docker run --rm -i un-agenda extract - < agenda.pdf
#
# It runs as the user 1000; for another one: docker run --user "$(id -u):$(id -g)" ...
FROM python:3.13-slim AS build
WORKDIR /src
COPY . .
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /wheels .

FROM python:3.13-slim
RUN --mount=type=bind,from=build,source=/wheels,target=/wheels \
    pip install --no-cache-dir --no-compile /wheels/*.whl
RUN useradd --uid 1000 --create-home reader && mkdir /in /out && chown reader /out
USER reader
WORKDIR /out
VOLUME ["/in", "/out"]
ENTRYPOINT ["un-agenda"]
CMD ["batch", "/in", "--out", "/out"]
