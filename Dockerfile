FROM python:3.11-slim

ENV PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /app

# An environment of its own: the packages `kg`, `schemas` and `loaders` meet no namesakes.
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY schemas schemas
COPY loaders loaders
COPY kg kg
RUN pip install -q -c constraints.txt .

RUN useradd --create-home --uid 10001 reader && mkdir /data && chown reader /data
USER reader
WORKDIR /news
ENV KG_HOME=/data
VOLUME /data

ENTRYPOINT ["kg"]
CMD ["--help"]
