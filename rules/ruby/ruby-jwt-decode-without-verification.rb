class Tokens
  def user_id(token)
    # ruleid: ruby-jwt-decode-without-verification
    JWT.decode(token, nil, false).first["user_id"]
  end

  def claims(token)
    # ruleid: ruby-jwt-decode-without-verification
    payload, _header = JWT.decode(token, nil, true, algorithm: "none")
    payload
  end

  def openid(token)
    # ruleid: ruby-jwt-decode-without-verification
    JSON::JWT.decode(token, :skip_verification)["sub"]
  end

  def user_id_fixed(token)
    # ok: ruby-jwt-decode-without-verification
    JWT.decode(token, key, true, algorithm: "RS256").first["user_id"]
  end

  def claims_fixed(token)
    # ok: ruby-jwt-decode-without-verification
    _payload, header = JWT.decode(token, nil, false)
    JWT.decode(token, keys.fetch(header["kid"]), true, algorithms: ["RS256"]).first
  end

  def openid_fixed(token)
    # ok: ruby-jwt-decode-without-verification
    JSON::JWT.decode(token, keys)["sub"]
  end
end
