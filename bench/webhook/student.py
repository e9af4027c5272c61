"""The student's webhook, in shape: Flask, and a connection opened for every request.

With KEEP=1 each thread keeps its connection: what one writes after the first slow demonstration.
"""

import os
import threading
from urllib.parse import unquote, urlparse

import pymysql
from flask import Flask, jsonify, request

app = Flask(__name__)
url = urlparse(os.environ["BENCH_URL"])
kept = threading.local()


def connect():
    return pymysql.connect(
        host=url.hostname,
        port=url.port or 3306,
        user=unquote(url.username or ""),
        password=unquote(url.password or ""),
        database=url.path.lstrip("/"),
    )


def look_up(teacher):
    if os.environ.get("KEEP"):
        kept.connection = getattr(kept, "connection", None) or connect()
        connection = kept.connection
    else:
        connection = connect()
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, cabin, phone FROM faculty WHERE name = %s LIMIT 5", (teacher,))
        rows = cursor.fetchall()
    connection.commit()
    if not os.environ.get("KEEP"):
        connection.close()
    return rows


@app.route("/", methods=["POST"])
def webhook():
    teacher = request.get_json()["queryResult"]["parameters"]["teacher"]
    rows = look_up(teacher)
    text = "\n".join(f"{name} sits in {cabin}, phone {phone}." for name, cabin, phone in rows)
    return jsonify(fulfillmentText=text, fulfillmentMessages=[{"text": {"text": [text]}}])
