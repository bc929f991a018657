class Tokens
  def subject(raw)
    token = JWT::EncodedToken.new(raw)
    # ruleid: ruby-jwt-unverified-payload
    token.unverified_payload["sub"]
  end

  def by_hand(raw)
    # ruleid: ruby-jwt-unverified-payload
    JSON.parse(Base64.urlsafe_decode64(raw.split(".")[1]))["sub"]
  end

  def subject_fixed(raw)
    token = JWT::EncodedToken.new(raw)
    token.verify!(signature: { algorithm: "RS256", key: key })
    # ok: ruby-jwt-unverified-payload
    token.payload["sub"]
  end

  def issuer_then_verify(raw)
    token = JWT::EncodedToken.new(raw)
    # ok: ruby-jwt-unverified-payload
    issuer = token.unverified_payload["iss"]
    token.verify!(signature: { algorithm: "RS256", key: key_of(issuer) })
  end

  def picture(raw)
    # ok: ruby-jwt-unverified-payload
    Base64.decode64(raw.split(",")[1])
  end
end
