class ProfilesController < ApplicationController
  def update
    # ruleid: rails-attribute-name-from-params
    current_user.update_attribute(params[:field], params[:value])
  end

  def set
    # ruleid: rails-attribute-name-from-params
    @user.public_send("#{params[:field]}=", params[:value])
  end

  def column
    # ruleid: rails-attribute-name-from-params
    @user.update_column(params[:column], 1)
  end

  def update_fixed
    # ok: rails-attribute-name-from-params
    current_user.update_attribute(:name, params[:value])
  end

  def set_fixed
    return head(:bad_request) unless FIELDS.include?(params[:field])
    # ok: rails-attribute-name-from-params
    @user.public_send("#{params[:field]}=", params[:value])
  end
end
